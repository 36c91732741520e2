import { EngineError } from "../errors.js";
import { createTicketState } from "../ticket/new-ticket.js";
import { nextSlaAt } from "../sla/clocks/next.js";
import { Burst } from "./burst.js";
import { advanceClocks } from "./clocks.js";
import { dispatchSignals } from "./dispatch.js";
import { handleEvent } from "./handlers.js";
/** The state that the event meets: the ticket's, or the new one that it creates. */
function stateFor(state, event, now) {
    if (state)
        return state;
    if (event.type !== "ticket.created")
        throw new EngineError("step.missing-ticket", `${event.type} needs a ticket`, { event: event.id });
    return createTicketState(event.ticket, now);
}
/** What was due before this event happens before it, also when its timer has not fired yet. */
function catchUpClocks(burst) {
    const due = nextSlaAt(burst.clocks);
    if (due !== null && due <= burst.now)
        advanceClocks(burst);
}
const present = (ids, from) => [...ids].flatMap((id) => from.get(id) ?? []);
/**
 * Applies `event` at `now` (epoch ms) to the ticket and moves its workflows until nothing is ready.
 * Same arguments, same result. `state` is `null` only for `ticket.created`.
 * @throws EngineError of category `user` when the event may not happen; the ticket is then as it was.
 */
export function step(definitions, state, event, now, options = {}) {
    const burst = new Burst(definitions, stateFor(state, event, now), event, now, options.steps ?? 0);
    if (state && event.type !== "timer")
        catchUpClocks(burst);
    handleEvent(burst, event);
    dispatchSignals(burst);
    return {
        ticketState: burst.toState(),
        effects: burst.effects,
        decisions: burst.decisions,
        log: burst.log,
        runs: present(burst.touchedRuns, burst.runs),
        tasks: present(burst.touchedTasks, burst.tasks),
        steps: burst.steps,
    };
}
//# sourceMappingURL=step.js.map