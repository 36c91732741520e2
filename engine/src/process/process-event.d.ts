/**
 * One ticket event to its end: the step, the routing that it asks for, and the steps that the routing's outcome
 * brings, until nothing is left. Live, simulation and replay call this and nothing else.
 */
import type { Decision } from "@sluice/schemas";
import type { Definitions } from "../definitions/definitions.ts";
import type { LoadState } from "../routing/load-state.ts";
import type { Effect, LogEntry, RouteEffect } from "../state/effects.ts";
import type { TicketEvent } from "../state/events.ts";
import type { RunState, TaskState, TicketState } from "../state/ticket-state.ts";
import { type Sticky } from "./routing-request.ts";
/** The two aggregates that one event reads and changes. */
export interface ProcessInput {
  /** `null` only for `ticket.created`. */
  readonly state: TicketState | null;
  /** Changed in place, inside a transaction of its own that the caller opened. */
  readonly load: LoadState;
  readonly sticky?: Sticky;
}
export interface ProcessResult {
  readonly ticketState: TicketState;
  readonly effects: readonly Exclude<Effect, RouteEffect>[];
  readonly decisions: readonly Decision[];
  readonly log: readonly LogEntry[];
  readonly runs: readonly RunState[];
  readonly tasks: readonly TaskState[];
}
/**
 * Processes `event` at `now` (epoch ms) against the ticket and the routing aggregate.
 * @throws EngineError of category `user` when it may not happen (the caller rolls the load state back),
 * FactsNeeded when plugin facts have to be fetched first.
 */
export declare const processEvent: (
  definitions: Definitions,
  input: ProcessInput,
  event: TicketEvent,
  now: number,
) => ProcessResult;
