import { describe, expect, it } from "vitest";
import { parseView, type TaskReader, taskQueryOf, viewsFor } from "./task-view.ts";

const lead = { agentId: "a09", groups: ["aftersales", "finance"] };
const admin = { agentId: null, groups: [] };
const urlView = (view: string, reader: TaskReader = lead) => parseView(new URLSearchParams({ view }), reader);

describe("tabs", () => {
  it("begin with what the person has to do", () => {
    expect(viewsFor(lead)).toEqual(["mine", "group", "open", "done"]);
    expect(urlView("")).toBe("mine");
  });

  it("leave out what means nothing without an agent or a group", () => {
    expect(viewsFor(admin)).toEqual(["open", "done"]);
    expect(viewsFor({ agentId: "a1", groups: [] })).toEqual(["mine", "open", "done"]);
    expect(urlView("mine", admin)).toBe("open");
    expect(urlView("nonsense", admin)).toBe("open");
  });

  it("ask the api for the groups of the person", () => {
    expect(taskQueryOf("group", lead)).toEqual({ group: ["aftersales", "finance"] });
    expect(taskQueryOf("mine", lead)).toEqual({ mine: true });
  });
});
