import type { ActionDefinition } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { actionOf, newestOf, withAction } from "./chosen-action.ts";

const action = (id: string, version: string, ...inputs: readonly string[]): ActionDefinition => ({
  id,
  version,
  label: { zh: id, en: id },
  input: { type: "object", properties: Object.fromEntries(inputs.map((name) => [name, {}])) },
  output: {},
});
const actions = [
  action("a.x", "1", "no"),
  action("a.x", "10", "no", "lang"),
  action("a.x", "9"),
  action("b.y", "1", "url"),
];

describe("actions", () => {
  it("are known by id and version together, the newest by number", () => {
    expect(actionOf(actions, "a.x", "9")?.version).toBe("9");
    expect(actionOf(actions, "a.x", "2")).toBeUndefined();
    expect(newestOf(actions, "a.x")?.version).toBe("10");
    expect(newestOf(actions, "none")).toBeUndefined();
  });

  it("keep of the input what the next one takes", () => {
    const config = { action: "a.x", version: "1", input: { no: "1", other: 2 }, saveAs: "r" };
    const [, newer, , another] = actions;
    if (!newer || !another) throw new Error("four actions");
    expect(withAction(config, newer)).toEqual({
      action: "a.x",
      version: "10",
      input: { no: "1" },
      saveAs: "r",
    });
    expect(withAction(config, another)).toEqual({ action: "b.y", version: "1", saveAs: "r" });
  });
});
