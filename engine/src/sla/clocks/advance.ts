/** Time passing: reminders, breaches and pauses that end by themselves, in due order, each once. */
import type { SlaDecision } from "@sluice/schemas";
import type { ClockState } from "../../state/ticket-state.ts";
import type { CompiledSla } from "../policy/policy.ts";
import type { SlaSituation } from "../situation.ts";
import { type DueEvent, nextEvent, rearmed } from "./due-events.ts";
import type { FiredReminder } from "./fired.ts";
import { type ClockOptions, createSession, decisionOf, type Session } from "./session.ts";
import { breachIfDue, endLongPause } from "./transitions.ts";

export interface SlaAdvanced {
  readonly clocks: readonly ClockState[];
  readonly fired: readonly FiredReminder[];
  /** Breaches and pauses that ended (`reason: "max-pause"`). */
  readonly decision: SlaDecision | null;
}

function apply(session: Session, clock: ClockState, event: DueEvent, fired: FiredReminder[]): ClockState {
  if (event.type === "pause-end") return endLongPause(session, clock, event.at);
  if (event.type === "breach") return breachIfDue(session, clock, event.at);
  const { id, source } = event.reminder;
  fired.push({
    reminder: source,
    metric: clock.metric,
    clock: clock.id,
    cycle: clock.cycle,
    dueAt: event.at,
    lateBy: Math.max(0, session.now - Math.max(event.at, clock.armedAt ?? event.at)),
    clockDue: clock.due,
  });
  return rearmed({ ...clock, fired: [...clock.fired, id] }, session.policy);
}

/** The clock that acts first, by its stored `nextAt`. */
function firstDue(clocks: readonly ClockState[], now: number): number {
  let first = -1;
  clocks.forEach(({ nextAt }, index) => {
    if (nextAt === null || nextAt > now) return;
    if (first < 0 || nextAt < (clocks[first]?.nextAt ?? now)) first = index;
  });
  return first;
}

/** Does everything that is due at or before `now`. After downtime it catches up in due order and says how late. */
export function advanceSla(
  policy: CompiledSla,
  _situation: SlaSituation,
  clocks: readonly ClockState[],
  now: number,
  options: ClockOptions = {},
): SlaAdvanced {
  const session = createSession(policy, now, options);
  const fired: FiredReminder[] = [];
  const next = [...clocks];
  // Each turn marks a breach, fires a reminder or ends a pause, so it comes to an end.
  for (let index = firstDue(next, now); index >= 0; index = firstDue(next, now)) {
    const clock = next[index];
    if (!clock) break;
    const event = nextEvent(clock, session.policy);
    // A stored moment can be stale when the policy's reminders changed: then it is only armed anew.
    next[index] =
      event && event.at <= now ? apply(session, clock, event, fired) : rearmed(clock, session.policy);
  }
  const isSame = next.every((clock, index) => clock === clocks[index]);
  return { clocks: isSame ? clocks : next, fired, decision: decisionOf(session) };
}
