/** Pauses and retargets of stored clocks: how they are cut up, and in which order they come, makes no difference. */
import type { Priority, TicketStatus } from "@sluice/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClockState } from "../../state/ticket-state.ts";
import { mergeIntervals } from "../calendar/year-shape.ts";
import { hour, monday, policyOf, situation } from "../house.fixture.ts";
import { advanceSla } from "./advance.ts";
import { startSla } from "./start.ts";
import { updateSla } from "./update.ts";
import { clockView, latestClock } from "./view.ts";

const runs = { numRuns: 150 };
const answered = { firstHumanReplyAt: monday, firstReplyAt: monday, unansweredSince: null };
const gap = fc.integer({ min: 1, max: 30 * hour });

/** One ticket told what happens at which moment. */
function ticketOf(priority: Priority, policy = policyOf({ maxPause: "PT9000H" })) {
  let now = situation({ ...answered, priority });
  let { clocks } = startSla(policy, now, monday);
  return {
    policy,
    becomes(at: number, part: { readonly status?: TicketStatus; readonly priority?: Priority }) {
      clocks = advanceSla(policy, now, clocks, at).clocks;
      now = { ...now, ...part };
      clocks = updateSla(policy, now, clocks, at).clocks;
    },
    clock(): ClockState {
      const clock = latestClock(clocks, "resolution");
      if (!clock) throw new Error("no clock");
      return clock;
    },
  };
}

const stretches = ({ segments }: ClockState, running: boolean, at: number) =>
  mergeIntervals(
    segments
      .filter((each) => each.running === running)
      .map(({ from, until }) => [from, until ?? at] as const),
  );

describe("pauses", () => {
  it("count the same however often the waiting changes its reason or the ticket is touched", () => {
    const pauses = fc.array(
      fc.tuple(gap, gap, fc.array(fc.tuple(fc.nat(1000), fc.boolean()), { maxLength: 4 })),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(pauses, fc.constantFrom<Priority>("P1", "P2", "P3"), gap, (list, priority, more) => {
        const whole = ticketOf(priority);
        const split = ticketOf(priority);
        let at = monday;
        for (const [before, lasting, cuts] of list) {
          at += before;
          const end = at + lasting;
          whole.becomes(at, { status: "pending_customer" });
          split.becomes(at, { status: "on_hold" });
          for (const [share, other] of [...cuts].sort((a, b) => a[0] - b[0]))
            split.becomes(at + Math.floor((lasting * share) / 1001), {
              status: other ? "pending_customer" : "on_hold",
            });
          whole.becomes(end, { status: "open" });
          split.becomes(end, { status: "open" });
          at = end;
        }
        at += more;
        const [a, b] = [whole.clock(), split.clock()];
        expect(clockView(b, split.policy, at)).toEqual(clockView(a, whole.policy, at));
        for (const running of [true, false])
          expect(stretches(b, running, at)).toEqual(stretches(a, running, at));
      }),
      runs,
    );
  });

  it("of no length leave no trace", () => {
    fc.assert(
      fc.property(fc.array(gap, { minLength: 1, maxLength: 5 }), (gaps) => {
        const plain = ticketOf("P1");
        const touched = ticketOf("P1");
        let at = monday;
        for (const each of gaps) {
          at += each;
          touched.becomes(at, { status: "pending_customer" });
          touched.becomes(at, { status: "open" });
          plain.becomes(at, {});
        }
        expect(clockView(touched.clock(), touched.policy, at)).toEqual(
          clockView(plain.clock(), plain.policy, at),
        );
      }),
      runs,
    );
  });
});

describe("retargets", () => {
  const hop = fc.tuple(
    gap,
    fc.constantFrom<Priority>("P0", "P1", "P2", "P3"),
    fc.constantFrom("open", "on_hold"),
  );

  it("that stay on one calendar and return leave the due where it was, pauses between them or not", () => {
    const hops = fc.array(hop, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(hops, fc.constantFrom<Priority>("P1", "P2", "P3"), (list, first) => {
        // Long enough that nothing is over before the end.
        const tiers = [
          {
            id: "all",
            targets: {
              P1: { resolution: "PT900H" },
              P2: { resolution: "PT800H" },
              P3: { resolution: "P90D" },
            },
          },
        ];
        const policy = policyOf({ tiers, maxPause: "PT9000H" });
        const [still, moved] = [ticketOf(first, policy), ticketOf(first, policy)];
        let at = monday;
        for (const [after, priority, status] of list) {
          at += after;
          still.becomes(at, { status: status as TicketStatus });
          moved.becomes(at, {
            status: status as TicketStatus,
            priority: priority === "P0" ? first : priority,
          });
        }
        still.becomes(at + 1, { status: "open" });
        moved.becomes(at + 1, { status: "open", priority: first });
        const [a, b] = [clockView(still.clock(), policy, at + 1), clockView(moved.clock(), policy, at + 1)];
        expect({ due: b.due, elapsed: b.elapsedMs, state: b.state }).toEqual({
          due: a.due,
          elapsed: a.elapsedMs,
          state: a.state,
        });
      }),
      runs,
    );
  });

  it("keep every ms that counted, on whatever calendar, and none that did not", () => {
    const hops = fc.array(hop, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(hops, (list) => {
        const { policy, becomes, clock } = ticketOf("P1");
        let at = monday;
        let counted = 0;
        for (const [after, priority, status] of list) {
          const before = clock();
          const last = before.segments.at(-1);
          const calendar = last && policy.calendars(last.calendar.key)?.compiled;
          if (before.state === "running") counted += calendar?.between(at, at + after) ?? 0;
          at += after;
          becomes(at, { status: status as TicketStatus, priority });
          expect(clockView(clock(), policy, at).elapsedMs).toBe(counted);
        }
      }),
      runs,
    );
  });
});
