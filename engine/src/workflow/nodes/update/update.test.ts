import type { Json } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { houseOf, Story, toWorkflow } from "../../../step/story.fixture.ts";

/** The ticket after one update node. */
function updated(config: { readonly [key: string]: Json }, fields: { readonly [key: string]: Json } = {}) {
  const start = ["trigger", { on: "ticket.created" }] as const;
  const told = new Story(houseOf([toWorkflow("w", { start, set: ["update", config] }, ["start>set"])]));
  told.create({ tags: ["旧"], fields });
  return told.ticket;
}

describe("update", () => {
  it("sets what it names and leaves the rest", () => {
    const ticket = updated({ stage: "待仓库收货", addTags: ["新"], removeTags: ["旧"], fields: { k: 1 } });
    expect(ticket).toMatchObject({
      stage: "待仓库收货",
      tags: ["新"],
      fields: { k: 1 },
      priority: "P3",
      status: "new",
    });
  });

  it("keeps the type of a field or variable that is one lone template", () => {
    const { fields } = updated(
      { fields: { copy: "{{ ticket.fields.n }}", text: "n={{ ticket.fields.n }}" } },
      { n: 7 },
    );
    expect(fields).toEqual({ n: 7, copy: 7, text: "n=7" });
  });

  it.each<[string, Json, string | null]>([
    ["a number", 7, "7"],
    ["a list", [1, "a"], '[1,"a"]'],
    ["nothing", null, null],
    ["a long text", "长".repeat(300), "长".repeat(100)],
  ])("makes a stage a text of its length, whatever %s the template gave", (_, x, stage) => {
    expect(updated({ stage: "{{ ticket.fields.x }}" }, { x }).stage).toBe(stage);
  });

  it("takes a list of tags from a template, and no empty ones", () => {
    const addTags = ["{{ ticket.fields.list }}", "{{ ticket.fields.none }}", "末"];
    expect(updated({ addTags }, { list: ["甲", 2] }).tags).toEqual(["旧", "甲", "2", "末"]);
  });

  it("fails as an incident where a status may not follow, and leaves the ticket", () => {
    const onClosed = ["trigger", { on: "ticket.statusChanged" }] as const;
    const told = new Story(
      houseOf([
        toWorkflow("w", { start: onClosed, set: ["update", { status: "on_hold", stage: "x" }] }, [
          "start>set",
        ]),
      ]),
    );
    told.create();
    const { effects } = told.tell(1, { type: "ticket.updated", changes: { status: "closed" } });
    expect(effects).toMatchObject([{ type: "incident", node: "set", code: "ticket.transition" }]);
    expect(told.ticket).toMatchObject({ status: "closed", stage: null });
  });
});
