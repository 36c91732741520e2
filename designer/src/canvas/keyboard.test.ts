import { catalog } from "@sluice/engine";
import { ecommerceStarter } from "@sluice/schemas/starter";
import { describe, expect, it } from "vitest";
import { kindsOf, type WorkflowDocument } from "../editor/workflow/model.ts";
import { languageInstance } from "../messages/language.ts";
import { planAdding } from "./adding-plan.ts";
import { intentOf } from "./keyboard.ts";
import { matchingEntries, paletteEntries } from "./palette-entries.ts";
import { nodeTowards } from "./walk.ts";

const press = (key: string, mods: Partial<{ ctrl: boolean; shift: boolean; alt: boolean }> = {}) => ({
  key,
  ctrl: false,
  shift: false,
  alt: false,
  ...mods,
});

describe("keys", () => {
  it.each([
    [press("ArrowRight"), "node", { do: "go", direction: "right", extend: false }],
    [press("ArrowDown", { shift: true }), "node", { do: "go", direction: "down", extend: true }],
    [press("ArrowLeft", { alt: true }), "node", { do: "nudge", x: -8, y: 0 }],
    [press("ArrowUp", { alt: true, shift: true }), "note", { do: "nudge", x: 0, y: -40 }],
    [press("z", { ctrl: true }), "pane", { do: "undo" }],
    [press("Z", { ctrl: true, shift: true }), "node", { do: "redo" }],
    [press("Delete"), "node", { do: "remove" }],
    [press("Delete", { shift: true }), "node", { do: "heal" }],
    [press("Delete"), "port", { do: "removeEdge" }],
    [press("Enter"), "port", { do: "connect" }],
    [press("Enter"), "node", { do: "configure" }],
    [press("c"), "node", { do: "connect" }],
    [press("/"), "pane", { do: "quickAdd" }],
  ] as const)("%j on a %s means %j", (key, place, intent) => {
    expect(intentOf(key, place)).toEqual(intent);
  });

  it("leaves to the browser what is not the canvas's: copy, paste, Tab, letters", () => {
    for (const key of [press("c", { ctrl: true }), press("v", { ctrl: true }), press("Tab"), press("q")])
      expect(intentOf(key, "node")).toBeUndefined();
    expect(intentOf(press("c"), "pane")).toBeUndefined();
  });
});

const kinds = kindsOf(catalog());
const returns = ecommerceStarter.documents.find(({ key }) => key === "returns") as WorkflowDocument;
const { t } = languageInstance("zh-CN");
const action = {
  id: "logistics.track",
  version: "1",
  label: { zh: "查物流", en: "Track" },
  input: {},
  output: {},
};
const entries = paletteEntries(catalog({ actions: [action] }), t, "zh-CN");
const entry = (id: string) => {
  const found = entries.find((known) => known.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe("walking by arrow keys", () => {
  const go = (from: string | undefined, direction: "left" | "right" | "up" | "down") =>
    nodeTowards(returns, kinds, from, direction);

  it("begins at the trigger and follows the edges", () => {
    expect(go(undefined, "down")).toBe("start");
    expect(go("start", "right")).toBe("waiting");
    expect(go("inspect", "right")).toBe("amount");
    expect(go("waiting", "left")).toBe("start");
    expect(go("start", "left")).toBeUndefined();
  });

  it("reaches every node downwards", () => {
    const seen: string[] = [];
    for (let at = go(undefined, "down"); at !== undefined; at = go(at, "down")) seen.push(at);
    expect(seen.sort()).toEqual(returns.spec.nodes.map(({ id }) => id).sort());
  });
});

describe("the palette", () => {
  it("has an entry for each action in place of the bare kind", () => {
    expect(entries.map(({ id }) => id)).toContain("action:logistics.track");
    expect(entries.map(({ id }) => id)).not.toContain("action");
    expect(entry("action:logistics.track").config).toMatchObject({ action: "logistics.track", version: "1" });
  });

  it("finds by name first, then by what is said of it", () => {
    expect(matchingEntries(entries, "等待")[0]?.id).toBe("wait");
    expect(matchingEntries(entries, "审批")[0]?.id).toBe("task");
    expect(matchingEntries(entries, "no such node")).toEqual([]);
  });
});

describe("adding", () => {
  const centre = { x: 5_000, y: 5_000 };
  const plan = (id: string, place: Parameters<typeof planAdding>[3]) =>
    planAdding(returns, kinds, entry(id), place, centre);

  it("goes between a node and what follows where no port is free", () => {
    expect(plan("reply", { after: "start" })).toMatchObject({ edge: "e1" });
  });

  it("stands beside it where it cannot go between", () => {
    expect(plan("end", { after: "start" })).toMatchObject({ position: { x: 280 } });
    expect(plan("trigger", { after: "start" })).not.toHaveProperty("from");
  });

  it("is joined on to the first free port", () => {
    const { nodes, edges } = returns.spec;
    const open = {
      ...returns,
      spec: { ...returns.spec, nodes, edges: edges.filter(({ id }) => id !== "e1") },
    };
    expect(planAdding(open, kinds, entry("reply"), { after: "start" }, centre)).toMatchObject({
      from: { source: "start", sourcePort: "out" },
    });
  });

  it("is centred where it was dropped, and in view where nothing says where", () => {
    expect(plan("reply", { at: { x: 1_000, y: 1_000 } })).toEqual({ position: { x: 896, y: 970 } });
    expect(plan("reply", {})).toEqual({ position: centre });
  });
});
