import { expect, it } from "vitest";
import { keptDays, withKeptDays } from "./kept-days.ts";

const workspace = { name: "S", timezone: "Asia/Shanghai", closedFinalDays: 14 };

it("says days as a duration and back, and nothing for ever", () => {
  const kept = withKeptDays(workspace, 180);
  expect(kept).toEqual({ ...workspace, retention: { endedRuns: "P180D" } });
  expect([keptDays(kept), keptDays(workspace)]).toEqual([180, null]);
  expect(withKeptDays(kept, null)).toEqual(workspace);
});
