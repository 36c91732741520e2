/**
 * The pure step: one event applied to one ticket.
 * No I/O, no clock, no randomness: live, simulation, backtest, replay and the browser share it.
 */
import type { Decision } from "@sluice/schemas";
import type { Definitions } from "../definitions/definitions.ts";
import { EngineError } from "../errors.ts";
import { nextSlaAt } from "../sla/clocks/next.ts";
import type { Effect, LogEntry } from "../state/effects.ts";
import type { TicketEvent } from "../state/events.ts";
import type { RunState, TaskState, TicketState } from "../state/ticket-state.ts";
import { createTicketlessState, createTicketState } from "../ticket/new-ticket.ts";
import { Burst, newBudget, type StepBudget } from "./burst.ts";
import { advanceClocks } from "./clocks.ts";
import { dispatchSignals } from "./dispatch.ts";
import { handleEvent } from "./handlers.ts";
import type { NodeTrace } from "./node-trace.ts";
import { endRouteWaits } from "./routed.ts";

export interface StepResult {
  readonly ticketState: TicketState;
  readonly effects: readonly Effect[];
  readonly decisions: readonly Decision[];
  readonly log: readonly LogEntry[];
  /** The runs and tasks that the step started, moved or ended, as they are now. */
  readonly runs: readonly RunState[];
  readonly tasks: readonly TaskState[];
}

export interface StepOptions {
  /** The loop guard's count, shared by the steps of one burst; a step alone has its own. */
  readonly budget?: StepBudget;
  /** Gathers what each node did, for simulations. */
  readonly trace?: NodeTrace;
}

/** The state that the event meets: the ticket's, or the new one that it creates. */
function stateFor(
  definitions: Definitions,
  state: TicketState | null,
  event: TicketEvent,
  now: number,
): TicketState {
  if (state) return state;
  if (event.type === "run.triggered") return createTicketlessState(event.aggregate, now);
  if (event.type !== "ticket.created")
    throw new EngineError("step.missing-ticket", `${event.type} needs a ticket`, { event: event.id });
  return createTicketState(event.ticket, now, definitions.capacityKind(event.ticket.input.channel));
}

/** What was due before this event happens before it, also when its timer has not fired yet. */
function catchUpClocks(burst: Burst): void {
  const due = nextSlaAt(burst.clocks);
  if (due !== null && due <= burst.now) advanceClocks(burst);
}

const present = <T>(ids: ReadonlySet<string>, from: ReadonlyMap<string, T>): readonly T[] =>
  [...ids].flatMap((id) => from.get(id) ?? []);

/**
 * Applies `event` at `now` (epoch ms) to the ticket and moves its workflows until nothing is ready.
 * Same arguments, same result. `state` is `null` only for `ticket.created` and `run.triggered`.
 * @throws EngineError of category `user` when the event may not happen; the ticket is then as it was.
 */
export function step(
  definitions: Definitions,
  state: TicketState | null,
  event: TicketEvent,
  now: number,
  options: StepOptions = {},
): StepResult {
  const burst = new Burst(
    definitions,
    stateFor(definitions, state, event, now),
    event,
    now,
    options.budget ?? newBudget(),
    options.trace ?? null,
  );
  // A campaign's edge catches up to its own instant, which may lie before now.
  if (state && event.type !== "timer" && event.type !== "campaign.edge") catchUpClocks(burst);
  handleEvent(burst, event);
  dispatchSignals(burst);
  endRouteWaits(burst);
  dispatchSignals(burst);
  return {
    ticketState: burst.toState(),
    effects: burst.effects,
    decisions: burst.decisions,
    log: burst.log,
    runs: present(burst.touchedRuns, burst.runs),
    tasks: present(burst.touchedTasks, burst.tasks),
  };
}
