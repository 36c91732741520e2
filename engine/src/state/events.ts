/**
 * What can happen to a ticket. One event is one transaction; it is stored as it came in,
 * with the facts that were fetched for it, so that it can be replayed.
 */
import type {
  ClassificationDecision,
  CustomerInput,
  Json,
  MessageInput,
  Priority,
  RevisionRef,
  RoutingDecision,
  TicketInput,
  TicketStatus,
} from "@sluice/schemas";
import type { RoutingPosition } from "./ticket-state.ts";

/** Who caused an event. */
export interface Actor {
  readonly type: "customer" | "agent" | "user" | "bot" | "system";
  readonly id?: string;
}

/** The workflow that caused an event, and how many re-triggers deep. */
export interface Origin {
  readonly workflow: string;
  readonly level: number;
  /** The workflows that called it, when it ran as a subflow: what it causes, they cause. */
  readonly callers?: readonly string[];
}

/** What an agent, a caller or a workflow may change on a ticket. */
export interface TicketChanges {
  readonly status?: TicketStatus;
  readonly stage?: string | null;
  readonly priority?: Priority;
  readonly category?: string | null;
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  readonly fields?: { readonly [key: string]: Json };
}

/** A ticket that is about to exist: ids and number are given, never drawn inside the engine. */
export interface NewTicket {
  readonly id: string;
  readonly number: number;
  readonly input: TicketInput;
  /** What is already known of the customer (open tickets, tier of earlier contacts). */
  readonly known?: Partial<CustomerInput> & { readonly openTickets?: number };
  /** The final closed ticket that this one continues. */
  readonly parent?: string;
}

export interface JobOutcome {
  readonly job: string;
  readonly ok: boolean;
  readonly output?: Json;
  readonly error?: { readonly code: string; readonly message: string; readonly details?: Json };
}

/**
 * A trigger that no ticket's event fires: a schedule that is due, a webhook that was called. Without a ticket it makes
 * its aggregate, `aggregate`, when that is not there yet.
 */
export interface TriggeredBody {
  readonly type: "run.triggered";
  readonly aggregate: string;
  readonly workflow: string;
  /** The trigger's node. */
  readonly node: string;
  /** A schedule's due, epoch ms: each due of a trigger starts one run, however often it is told. */
  readonly due?: number;
  readonly data: Json;
}

export type EventBody =
  | { readonly type: "ticket.created"; readonly ticket: NewTicket }
  | {
      readonly type: "message.received";
      readonly message: Omit<MessageInput, "public"> & { readonly id: string; readonly public: boolean };
    }
  | { readonly type: "ticket.updated"; readonly changes: TicketChanges }
  | { readonly type: "ticket.claim"; readonly pool: string; readonly agent: string }
  | { readonly type: "ticket.release" }
  /** With `onlyOpen` a ticket that is done is refused in the place of getting a new owner. */
  | { readonly type: "ticket.assign"; readonly agent: string; readonly onlyOpen?: true }
  | { readonly type: "ticket.transfer"; readonly group: string; readonly onlyOpen?: true }
  /** Takes the ticket from where it stands and routes it as if it were new, only not back to its present owner. */
  | { readonly type: "ticket.reroute" }
  /**
   * Its ruleset once more, as it is live now, whatever the ruleset says about reclassifying. `given` is what earlier
   * classifications gave: it is taken back first, where it still stands and no person chose it.
   */
  | { readonly type: "ticket.reclassify"; readonly given?: ClassificationDecision["outcome"] }
  /** Somebody may have become eligible for this waiting ticket. */
  | { readonly type: "routing.drain" }
  /** The assignee has been away for longer than the policy allows. */
  | { readonly type: "routing.offline" }
  /** What routing decided; made by the driver, never sent from outside. */
  | {
      readonly type: "routing.decided";
      readonly position: RoutingPosition | null;
      readonly decision: RoutingDecision | null;
      readonly cause: RoutingDecision["cause"] | "release";
    }
  /** Everything of this ticket that is due by now. */
  | { readonly type: "timer" }
  | ({ readonly type: "job.finished" } & JobOutcome)
  | { readonly type: "task.completed"; readonly task: string; readonly outcome: string; readonly form: Json }
  /** The customer's one answer; a survey that nothing waits for any more is closed. */
  | {
      readonly type: "survey.answered";
      readonly survey: string;
      readonly score: number;
      readonly comment: string | null;
    }
  /** `/tickets/:id/events`: an event of the house's own, for waits and triggers. */
  | { readonly type: "custom"; readonly name: string; readonly data: Json }
  | {
      readonly type: "campaign.edge";
      readonly campaign: string;
      readonly phase: string;
      readonly edge: "started" | "ended";
      /** When the phase started or ended, epoch ms; clocks move as of then however late it is. Absent: now. */
      readonly due?: number;
    }
  | { readonly type: "sla.published"; readonly ref: RevisionRef }
  /** A calendar published with `apply: "open"`: clocks that are on it follow to its live revision. */
  | { readonly type: "calendar.published"; readonly ref: RevisionRef }
  | { readonly type: "run.start"; readonly workflow: string; readonly node?: string }
  | TriggeredBody
  /** Moves an open run to another revision of its workflow, or is refused. */
  | {
      readonly type: "run.migrate";
      readonly run: string;
      readonly to: RevisionRef;
      readonly mapping: { readonly [node: string]: string };
    }
  | { readonly type: "run.cancel"; readonly run: string }
  | { readonly type: "incident.retry" | "incident.skip"; readonly incident: string };

/** Facts by id; a flat object. */
export type Facts = Readonly<Record<string, unknown>>;

export type TicketEvent = EventBody & {
  /** UUIDv7; every id that the event gives rise to is derived from it. */
  readonly id: string;
  /** When it happened, epoch ms. */
  readonly at: number;
  readonly actor: Actor;
  /** Set when a workflow caused it. */
  readonly origin?: Origin;
  /** Plugin facts fetched before the decision. */
  readonly facts?: Facts;
};

export type EventType = EventBody["type"];
