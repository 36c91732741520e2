/**
 * The working copy of one step: the aggregate as it changes, and what comes out of it.
 * It lives for one call of `step` and is the only mutable thing in the engine's core.
 */
import type { Decision, Json } from "@sluice/schemas";
import type { CampaignsInForce } from "../campaign/in-force.ts";
import type { Definitions } from "../definitions/definitions.ts";
import { type EventMessage } from "../facts/to-facts.ts";
import type { Effect, LogEntry } from "../state/effects.ts";
import type { Facts, Origin, TicketChanges, TicketEvent } from "../state/events.ts";
import type {
  ClockState,
  RoutingPosition,
  RunState,
  TaskState,
  TicketRecord,
  TicketState,
  TicketText,
} from "../state/ticket-state.ts";
import { type TemplateScope } from "../workflow/template-scope.ts";
import { type Signal } from "./signals.ts";
export declare class Burst {
  #private;
  readonly definitions: Definitions;
  readonly event: TicketEvent;
  readonly now: number;
  readonly campaigns: CampaignsInForce;
  readonly effects: Effect[];
  readonly decisions: Decision[];
  readonly log: LogEntry[];
  readonly signals: Signal[];
  readonly runs: Map<string, RunState>;
  readonly tasks: Map<string, TaskState>;
  /** Runs and tasks that this step touched, for the runtime's read models. */
  readonly touchedRuns: Set<string>;
  readonly touchedTasks: Set<string>;
  text: TicketText;
  sla: TicketState["sla"];
  classification: TicketState["classification"];
  routing: RoutingPosition | null;
  /** Node steps so far in this burst. */
  steps: number;
  constructor(definitions: Definitions, state: TicketState, event: TicketEvent, now: number, steps: number);
  get ticket(): TicketRecord;
  set ticket(next: TicketRecord);
  /** An id that is unique and the same in every replay: the event's own, counted on. */
  newId(): string;
  /** The facts now; made again only after the ticket changed. */
  facts(variables?: { readonly [name: string]: Json }): Facts;
  /** Sets what the event or signal at hand changed and brought. */
  attend(changes: readonly string[], message: EventMessage | null): void;
  get clocks(): readonly ClockState[];
  set clocks(next: readonly ClockState[]);
  /** What templates can name. */
  scope(variables: { readonly [name: string]: Json }): TemplateScope;
  /** Changes the ticket's values, writes the log line and raises the signals that go with it. */
  update(changes: TicketChanges, explicit: boolean, origin: Origin | null): void;
  /** Logs and signals what differs from `before`. */
  signalChanges(before: TicketRecord, origin: Origin | null): void;
  /** The aggregate after the step; ended runs and closed tasks leave it. */
  toState(): TicketState;
}
