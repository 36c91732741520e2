/**
 * Simulation: a ticket, and what happens to it later, run through the very code that runs live.
 * Nothing is stored, sent or called; jobs are answered by pinned outputs or reported as what would run.
 */
import type { Decision, Json, TicketInput } from "@sluice/schemas";
import type { Definitions } from "../definitions/definitions.ts";
import { type LoadSnapshot } from "../routing/load-state.ts";
import type { JobEffect, LogEntry, MessageEffect, NotifyEffect } from "../state/effects.ts";
import type { EventBody, TicketEvent } from "../state/events.ts";
import type { RunState, TicketState } from "../state/ticket-state.ts";
/** Something that happens to the ticket a while after it came in. */
export interface SimulatedEvent {
  /** After the ticket's creation, ms. */
  readonly after: number;
  readonly body: EventBody | OldestTask;
  readonly actor?: TicketEvent["actor"];
}
/** Completes the ticket's oldest open task, whose id nobody knows beforehand. */
export interface OldestTask {
  readonly type: "task.oldest";
  readonly outcome: string;
  readonly form: Json;
}
export interface SimulateInput {
  readonly ticket: TicketInput;
  /** When it comes in, epoch ms. */
  readonly at: number;
  readonly events?: readonly SimulatedEvent[];
  /** Loads and queues to start from; nobody is there when left out. */
  readonly load?: LoadSnapshot;
  /** Outputs of actions, by node id: those jobs succeed at once with them. */
  readonly pinned?: {
    readonly [node: string]: Json;
  };
  /** How long to follow the ticket after the last event, ms; timers due by then fire. */
  readonly follow?: number;
  readonly id?: string;
  readonly number?: number;
}
export interface SimulatedStep {
  readonly event: TicketEvent;
  readonly decisions: readonly Decision[];
  readonly log: readonly LogEntry[];
  readonly jobs: readonly JobEffect[];
  readonly messages: readonly MessageEffect["message"][];
  readonly notifications: readonly NotifyEffect[];
}
export interface SimulateResult {
  readonly ticketState: TicketState;
  readonly steps: readonly SimulatedStep[];
  /** Every run that the ticket had, with its path. */
  readonly runs: readonly RunState[];
}
/**
 * Runs one ticket and its later events from `at`. Same input, same result.
 * @throws EngineError of category `user` when an event may not happen.
 */
export declare const simulate: (definitions: Definitions, input: SimulateInput) => SimulateResult;
