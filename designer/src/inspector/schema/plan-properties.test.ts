import { nodeKinds } from "@sluice/engine";
import { describe, expect, it } from "vitest";
import { changeWay, drawnProperties, planOf, wayOf } from "./plan-properties.ts";

const planFor = (kind: string) => {
  const found = nodeKinds.get(kind);
  if (!found) throw new Error(kind);
  return planOf(JSON.parse(JSON.stringify(found.definition.config)), "zh-CN");
};
const none = new Set<string>();

describe("the ways of a wait", () => {
  const plan = planFor("wait");

  it("follow the value, then the choice, then the order", () => {
    expect(wayOf(plan, { event: "ticket.updated" })).toBe("event");
    expect(wayOf(plan, { event: "ticket.updated" }, "until")).toBe("event");
    expect(wayOf(plan, { event: "ticket.updated", until: "x" }, "until")).toBe("until");
    expect(wayOf(plan, { calendar: "online" }, "until")).toBe("until");
    expect(wayOf(plan, {})).toBe("for");
  });

  it("show their own properties only", () => {
    expect(drawnProperties(plan, { for: "PT2H" }, "for", none).shown).toEqual(["for", "calendar"]);
    const event = drawnProperties(plan, { event: "x" }, "event", none);
    expect(event.shown).toEqual(["event", "when", "timeout", "calendar"]);
    expect(event.folded).toEqual(["saveAs"]);
  });

  it("hide nothing that has a value: what cannot be seen cannot be mended", () => {
    expect(drawnProperties(plan, { for: "PT2H", until: "x" }, "for", none).shown).toContain("until");
  });

  it("keep what they share, drop the rest", () => {
    const value = { for: "PT2H", calendar: "online" };
    expect(changeWay(plan, value, "event")).toEqual({ calendar: "online" });
    expect(changeWay(plan, value, "until")).toEqual({});
    expect(changeWay(plan, value, "for")).toEqual(value);
  });
});

describe("properties that depend on one beside them", () => {
  it("come and go with its value", () => {
    const plan = planFor("trigger");
    const shown = (value: Record<string, string>) => drawnProperties(plan, value, undefined, none).shown;
    expect(shown({ on: "ticket.created" })).toEqual(["on", "when"]);
    expect(shown({ on: "schedule" })).toEqual(["on", "when", "cron", "timezone"]);
    expect(shown({ on: "ticket.created", path: "left-behind" })).toContain("path");
    expect(drawnProperties(planFor("task"), {}, undefined, none).shown).not.toContain("calendar");
    expect(drawnProperties(planFor("task"), { due: "PT1H" }, undefined, none).shown).toContain("calendar");
  });
});

describe("optional properties", () => {
  it("are folded away unless they had a value", () => {
    const plan = planFor("action");
    expect(drawnProperties(plan, {}, undefined, none)).toEqual({
      shown: ["action", "input"],
      folded: ["saveAs", "timeout", "retry"],
    });
    expect(drawnProperties(plan, {}, undefined, new Set(["retry"])).shown).toContain("retry");
  });
});
