/**
 * Any valid policy on any valid calendars, whatever happens to the ticket: nothing throws, the stored clocks stay
 * what they promise to be, and the arithmetic asked for stays bounded.
 */
import type { Priority, SlaSpec, TicketStatus } from "@sluice/schemas";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { ClockState } from "../../state/ticket-state.ts";
import { situation } from "../house.fixture.ts";
import { compileSla } from "../policy/policy.ts";
import type { SlaSituation } from "../situation.ts";
import { advanceSla } from "./advance.ts";
import { anyCalendar, anyPolicy, countingCalendars } from "./any-policy.fixture.ts";
import { startSla } from "./start.ts";
import { updateSla } from "./update.ts";
import { clockView } from "./view.ts";

const numRuns = Number(process.env.SLUICE_SLA_RUNS ?? 60);
const hour = 3_600_000;
const start = fc.integer({ min: Date.UTC(2011, 11, 20), max: Date.UTC(2029, 0, 1) });

/** What may happen: time passes (or is set back), and something about the ticket changes. */
const happening = fc.record({
  after: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 80 * hour }) },
    { weight: 1, arbitrary: fc.integer({ min: -hour, max: 400 * 24 * hour }) },
  ),
  priority: fc.constantFrom<Priority>("P0", "P1", "P2", "P3"),
  status: fc.constantFrom<TicketStatus>("open", "open", "pending_customer", "on_hold", "resolved", "closed"),
  vip: fc.boolean(),
  message: fc.constantFrom("none", "customer", "agent", "bot"),
  platformDue: fc.constantFrom(undefined, "2028-11-11T00:00:00+08:00", 0, "not a time"),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

function after(before: SlaSituation, now: number, change: Happening): SlaSituation {
  const { status, message } = change;
  const isDone = status === "resolved" || status === "closed";
  const agent = message === "agent";
  return {
    ...before,
    status,
    priority: change.priority,
    facts: { "customer.tier": change.vip ? "vip" : "", "ticket.fields.platformDue": change.platformDue },
    firstReplyAt: before.firstReplyAt ?? (agent || message === "bot" ? now : null),
    firstHumanReplyAt: before.firstHumanReplyAt ?? (agent ? now : null),
    lastHumanReplyAt: agent ? now : before.lastHumanReplyAt,
    lastAgentUpdateAt: agent ? now : before.lastAgentUpdateAt,
    unansweredSince: agent
      ? null
      : message === "customer"
        ? (before.unansweredSince ?? now)
        : before.unansweredSince,
    firstAssignedAt: before.firstAssignedAt ?? (agent ? now : null),
    resolvedAt: isDone ? (before.resolvedAt ?? now) : null,
  };
}

/** What holds for every stored clock. */
function expectSound(clock: ClockState): void {
  const { segments, fired, nextAt, state, due, breachedAt } = clock;
  segments.forEach(({ from, until }, index) => {
    const before = segments[index - 1];
    if (before) expect(from).toBeGreaterThanOrEqual(before.until ?? Number.POSITIVE_INFINITY);
    if (until !== null) expect(until).toBeGreaterThan(from);
  });
  expect(new Set(fired).size).toBe(fired.length);
  expect(Number.isFinite(due)).toBe(true);
  if (state === "stopped" || state === "cancelled") expect(nextAt).toBe(null);
  if (state === "running" && breachedAt === null) expect(nextAt).toBeLessThanOrEqual(due);
  expect(JSON.parse(JSON.stringify(clock))).toEqual(clock);
}

const policyOf = (spec: SlaSpec, calendar: Parameters<typeof compileSla>[1]["calendar"]) =>
  compileSla(
    { kind: "sla", key: "any", name: "any", formatVersion: 1, spec },
    { calendar, ref: { kind: "sla", key: "any", revision: 1 } },
  );

it("no valid policy or calendar makes a ticket's clocks throw, lie or work without end", () => {
  const list = fc.array(happening, { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(anyPolicy, anyCalendar, anyCalendar, start, list, (spec, one, two, createdAt, happenings) => {
      const { lookup, work } = countingCalendars(one, two);
      const policy = policyOf(spec, lookup);
      let now = createdAt;
      let ticket = situation({ createdAt, unansweredSince: createdAt });
      let { clocks } = startSla(policy, ticket, now);
      for (const each of happenings) {
        now += each.after;
        const before = work.asked;
        const advanced = advanceSla(policy, ticket, clocks, now);
        expect(advanceSla(policy, ticket, advanced.clocks, now)).toMatchObject({ fired: [], decision: null });
        for (const { lateBy } of advanced.fired) expect(lateBy).toBeGreaterThanOrEqual(0);
        ticket = after(ticket, now, each);
        clocks = updateSla(policy, ticket, advanced.clocks, now).clocks;
        clocks.forEach(expectSound);
        for (const clock of clocks) {
          const { elapsedMs } = clockView(clock, policy, now);
          expect(elapsedMs).toBeGreaterThanOrEqual(0);
        }
        // A clock asks a few questions for each of its segments, reminders and what they fire.
        const segments = clocks.reduce((sum, clock) => sum + clock.segments.length, 0);
        const reminders = (spec.reminders?.length ?? 0) + 2;
        expect(work.asked - before).toBeLessThanOrEqual(40 * (segments + 6) * reminders * reminders);
      }
    }),
    { numRuns },
  );
});
