import type { ClockDecision, Decision } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { decisionView } from "./decision-view.ts";

const at = Date.parse("2026-03-02T02:00:00Z");
const clock: ClockDecision = {
  clock: "resolution:1",
  metric: "resolution",
  change: "retargeted",
  target: { type: "instant", at: at + 60_000, text: "2026-03-02T02:01:00Z" },
  calendar: "24x7",
  due: at + 60_000,
  previousDue: at + 30_000,
  elapsedMs: 1_500,
  tiers: ["standard"],
};
const sla: Decision = { kind: "sla", ref: { kind: "sla", key: "default", revision: 1 }, clocks: [clock], at };

/** Any number that would be an instant of this century in epoch ms. */
const epochs = (value: unknown): readonly string[] => JSON.stringify(value).match(/\b1[0-9]{12}\b/g) ?? [];

describe("decisionView", () => {
  it("answers every instant of a clock as ISO UTC and its elapsed time in both forms", () => {
    const answered = decisionView(sla);
    expect(epochs(answered)).toEqual([]);
    expect(answered).toMatchObject({
      at: "2026-03-02T02:00:00.000Z",
      clocks: [
        {
          due: "2026-03-02T02:01:00.000Z",
          previousDue: "2026-03-02T02:00:30.000Z",
          target: { at: "2026-03-02T02:01:00.000Z" },
          elapsedMs: 1_500,
          elapsed: "PT1.5S",
        },
      ],
    });
  });

  it("answers when a waiting ticket moves on as ISO UTC, and null when it never does", () => {
    const waiting = (timeoutAt: number | null) =>
      decisionView({
        kind: "routing",
        ref: { kind: "routing", key: "default", revision: 1 },
        route: "all",
        step: 0,
        outcome: { type: "waiting", group: "front", timeoutAt },
        considered: [],
        cause: "route",
        at,
      });
    expect(epochs(waiting(at))).toEqual([]);
    expect(waiting(at)).toMatchObject({ outcome: { timeoutAt: "2026-03-02T02:00:00.000Z" } });
    expect(waiting(null)).toMatchObject({ outcome: { timeoutAt: null } });
  });
});
