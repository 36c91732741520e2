/**
 * The pure step: one event applied to one ticket.
 * No I/O, no clock, no randomness: live, simulation, backtest, replay and the browser share it.
 */
import type { Decision } from "@sluice/schemas";
import type { Definitions } from "../definitions/definitions.ts";
import type { Effect, LogEntry } from "../state/effects.ts";
import type { TicketEvent } from "../state/events.ts";
import type { RunState, TaskState, TicketState } from "../state/ticket-state.ts";
export interface StepResult {
  readonly ticketState: TicketState;
  readonly effects: readonly Effect[];
  readonly decisions: readonly Decision[];
  readonly log: readonly LogEntry[];
  /** The runs and tasks that the step started, moved or ended, as they are now. */
  readonly runs: readonly RunState[];
  readonly tasks: readonly TaskState[];
  /** Node steps so far in this burst, for the loop guard of the next step. */
  readonly steps: number;
}
export interface StepOptions {
  /** Node steps that earlier steps of the same burst took. */
  readonly steps?: number;
}
/**
 * Applies `event` at `now` (epoch ms) to the ticket and moves its workflows until nothing is ready.
 * Same arguments, same result. `state` is `null` only for `ticket.created`.
 * @throws EngineError of category `user` when the event may not happen; the ticket is then as it was.
 */
export declare function step(
  definitions: Definitions,
  state: TicketState | null,
  event: TicketEvent,
  now: number,
  options?: StepOptions,
): StepResult;
