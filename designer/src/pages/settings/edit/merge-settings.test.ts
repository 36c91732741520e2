import type { TicketField, Workspace } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { mergeSettings } from "./merge-settings.ts";

const field = (key: string, zh: string): TicketField => ({ key, type: "text", label: { zh, en: key } });
const base = [field("a", "甲"), field("b", "乙")];

describe("two admins", () => {
  it("each keep what only they changed: one renames, the other adds", () => {
    const mine = [field("a", "新甲"), field("b", "乙")];
    const theirs = [...base, field("c", "丙")];
    const merged = mergeSettings<readonly TicketField[]>(base, mine, theirs);
    expect(merged.clashes).toEqual([]);
    expect(merged.value).toEqual([field("a", "新甲"), field("b", "乙"), field("c", "丙")]);
  });

  it("are told of what both changed otherwise; mine stays until it is decided", () => {
    const mine = [field("a", "一"), field("b", "乙")];
    const theirs = [field("a", "二"), field("b", "乙")];
    const merged = mergeSettings<readonly TicketField[]>(base, mine, theirs);
    expect(merged.clashes).toEqual([{ place: "/[a]/label/zh", mine: "一", theirs: "二" }]);
    expect(merged.value).toEqual(mine);
    expect(mergeSettings<readonly TicketField[]>(base, mine, theirs, () => "theirs").value).toEqual(theirs);
  });

  it("merge the workspace, which is no list", () => {
    const workspace: Workspace = { name: "S", timezone: "Asia/Shanghai", closedFinalDays: 14 };
    const merged = mergeSettings(
      workspace,
      { ...workspace, name: "T" },
      { ...workspace, closedFinalDays: 7 },
    );
    expect(merged).toEqual({ value: { ...workspace, name: "T", closedFinalDays: 7 }, clashes: [] });
    const clash = mergeSettings(workspace, { ...workspace, name: "T" }, { ...workspace, name: "U" });
    expect(clash.clashes).toMatchObject([{ place: "/name" }]);
  });
});
