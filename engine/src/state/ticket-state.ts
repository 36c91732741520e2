/**
 * The ticket aggregate: everything that one ticket event reads and writes under one lock.
 * Plain JSON, instants in epoch milliseconds; a new version is a new value, never a mutation.
 */
import type {
  CapacityKind,
  CustomerInput,
  Json,
  OrderInput,
  OverlayRef,
  Priority,
  RevisionRef,
  SlaMetric,
  SlaTarget,
  TicketStatus,
} from "@sluice/schemas";

/** The ticket itself. */
export interface TicketRecord {
  readonly id: string;
  readonly number: number;
  readonly channel: string;
  /** The capacity that it takes, as its channel said when it came in: loads are counted by it to the end. */
  readonly capacityKind: CapacityKind;
  readonly shop: string | null;
  readonly externalId: string | null;
  readonly subject: string;
  readonly body: string;
  readonly language: string | null;
  readonly customer: CustomerInput & { readonly openTickets?: number };
  readonly order: OrderInput | null;
  readonly status: TicketStatus;
  readonly stage: string | null;
  readonly category: string | null;
  readonly tags: readonly string[];
  readonly priority: Priority;
  /** True when the caller or an agent set the priority: classification then leaves it. */
  readonly priorityExplicit: boolean;
  /** True when an agent set the category: reclassification then leaves it. */
  readonly categoryExplicit: boolean;
  readonly fields: { readonly [key: string]: Json };
  readonly assignee: string | null;
  readonly group: string | null;
  readonly pool: string | null;
  readonly parent: string | null;
  readonly children: readonly string[];
  readonly mergedInto: string | null;
  readonly transferCount: number;
  readonly reopenCount: number;
  readonly messageCount: number;
  /** True after a reminder with `escalate` or a manual escalation: raises the queue position. */
  readonly escalated: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly firstAssignedAt: number | null;
  /** First human public reply. */
  readonly firstHumanReplyAt: number | null;
  /** First public reply of anybody but the customer. */
  readonly firstReplyAt: number | null;
  /** Earliest customer message that no human has answered yet; the creation counts as one. */
  readonly unansweredSince: number | null;
  readonly lastHumanReplyAt: number | null;
  readonly lastAgentUpdateAt: number | null;
  readonly resolvedAt: number | null;
  readonly closedAt: number | null;
}

/** What `ticket.text` is made of: customer words until the first human reply, then the last message. */
export interface TicketText {
  readonly parts: readonly string[];
  readonly last: string | null;
}

/** A stretch of a clock's life with one calendar and one state. */
export interface ClockSegment {
  readonly from: number;
  /** `null` while it lasts. */
  readonly until: number | null;
  readonly calendar: { readonly key: string; readonly revision: number };
  readonly running: boolean;
  /** Why it stands still: a ticket status, `resolved`, or why it runs again (`max-pause`). */
  readonly reason?: string;
}

/** One SLA clock. Elapsed = the open time of its running segments. */
export interface ClockState {
  /** `<metric>:<cycle>`, unique within the ticket. */
  readonly id: string;
  readonly metric: SlaMetric;
  /** 1, 2, … : restarting metrics count up. */
  readonly cycle: number;
  readonly policy: RevisionRef;
  readonly state: "running" | "paused" | "stopped" | "cancelled";
  readonly target: SlaTarget;
  readonly tiers: readonly string[];
  readonly overlay: OverlayRef | null;
  readonly startedAt: number;
  readonly stoppedAt: number | null;
  readonly breachedAt: number | null;
  /** While paused: the due as it would be if it resumed now is not kept; this is the last running due. */
  readonly due: number;
  readonly segments: readonly ClockSegment[];
  /** Reminder ids that have fired in this cycle; re-armed only when a retarget moves due later. */
  readonly fired: readonly string[];
  /** The next reminder, breach or pause limit of this clock, or `null`. */
  readonly nextAt: number | null;
  /** When it was last retargeted, or started if that was after `startedAt`: no reminder is late by more than since then. */
  readonly armedAt?: number;
}

/** Where the ticket stands in a routing policy. */
export type RoutingPosition =
  | {
      readonly type: "waiting";
      readonly policy: RevisionRef;
      /** The group whose agents it waits for. */
      readonly group: string;
      readonly route: string;
      readonly step: number;
      readonly since: number;
      readonly timeoutAt: number | null;
      readonly run: TokenRef | null;
    }
  | {
      readonly type: "pooled";
      readonly policy: RevisionRef;
      readonly route: string;
      readonly step: number;
      readonly pool: string;
      readonly since: number;
      /** Not offered first to this agent, whose claim ran out. */
      readonly notFirst: string | null;
      readonly warnAt: number | null;
      readonly escalateAt: number | null;
    }
  | {
      readonly type: "assigned";
      readonly policy: RevisionRef | null;
      readonly agent: string;
      readonly group: string | null;
      readonly how: "routed" | "claimed" | "manual";
      readonly since: number;
      /** The pool the claim came from, and when an untouched claim goes back. */
      readonly pool: string | null;
      readonly claimExpiresAt: number | null;
    };

/** A token of a run, waiting for something. */
export interface TokenRef {
  readonly run: string;
  readonly token: string;
}

/** How far a foreach has come. */
export interface ItemsState {
  readonly items: readonly Json[];
  /** The variables that a body sees its item and its place in. */
  readonly as: string;
  readonly indexAs: string;
  readonly concurrency: number;
  readonly started: number;
  readonly ended: number;
  /** What was collected of each item that has ended, in the order of the items; `null` for the others. */
  readonly results: readonly Json[];
}

/** What a token that does not move is waiting for. */
export type TokenWait =
  | { readonly type: "job"; readonly job: string }
  | { readonly type: "task"; readonly task: string; readonly until: number | null }
  | { readonly type: "until"; readonly at: number; readonly port: string }
  | {
      readonly type: "event";
      readonly on: string;
      readonly when: Json | null;
      readonly since: number;
      readonly until: number | null;
    }
  | { readonly type: "route" }
  /** Stands on a parallel node while its branches run. */
  | { readonly type: "fork" }
  /** Has arrived where its fork (`<node>:<visit>`) is joined; `needed` branches, or all that still can. */
  | { readonly type: "join"; readonly fork: string; readonly needed: number | "all" }
  /** Stands on a foreach node while its body runs for the items. */
  | ({ readonly type: "items" } & ItemsState)
  | { readonly type: "survey"; readonly survey: string; readonly scale: number; readonly until: number }
  /** Calls another workflow and waits for its run. */
  | { readonly type: "call"; readonly run: string }
  /** Queues behind another run of its workflow. */
  | { readonly type: "run"; readonly run: string }
  | { readonly type: "incident"; readonly incident: string };

/** A place in the graph where a run is active. */
export interface RunToken {
  readonly id: string;
  readonly node: string;
  /** How often this node has been entered in this run: part of the idempotency key. */
  readonly visit: number;
  /** The forks and items it is inside of, outermost first: `<node>:<visit>:<branch or index>`. */
  readonly forks: readonly string[];
  readonly wait: TokenWait | null;
  readonly since: number;
}

export interface PathEntry {
  readonly node: string;
  readonly visit: number;
  readonly at: number;
  /** The port it left by; `null` while it is there or at an end. */
  readonly port: string | null;
}

/** One execution of a workflow on a ticket, pinned to its revision. */
export interface RunState {
  readonly id: string;
  readonly workflow: RevisionRef;
  readonly status: "active" | "completed" | "failed" | "cancelled";
  readonly parent: TokenRef | null;
  readonly trigger: string;
  /** How many re-triggers deep it was started; 0 when no workflow caused its trigger. */
  readonly level: number;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly vars: { readonly [name: string]: Json };
  /** Variables of the items of a foreach that are under way, by their entry in `forks`. */
  readonly scopes?: { readonly [item: string]: { readonly [name: string]: Json } };
  /** The workflows that called this run, outermost first. */
  readonly callers?: readonly string[];
  readonly tokens: readonly RunToken[];
  /** Node id → how often it was entered. */
  readonly visits: { readonly [node: string]: number };
  readonly path: readonly PathEntry[];
}

/** Work for a group or a role, with named outcomes. */
export interface TaskState {
  readonly id: string;
  readonly run: string;
  readonly token: string;
  readonly title: string;
  readonly group: string | null;
  readonly assignee: string | null;
  readonly outcomes: readonly { readonly id: string; readonly name: string }[];
  readonly form: Json;
  /** How many completions with the same outcome it takes. */
  readonly needed: number;
  /** How many people may answer; left out where anybody may. */
  readonly voters?: number;
  /** The outcome that is taken as soon as no outcome can get `needed` answers any more. */
  readonly divided?: string;
  readonly answers: readonly {
    readonly by: string;
    readonly outcome: string;
    readonly form: Json;
    readonly at: number;
  }[];
  readonly status: "open" | "done" | "timeout" | "cancelled";
  readonly dueAt: number | null;
  readonly createdAt: number;
}

/** What an aggregate without a ticket keeps: runs of schedules and webhooks have one, whose `ticket` means nothing. */
export interface Ticketless {
  /** The latest due of the schedule that has started a run, epoch ms. */
  readonly firedUpTo: number | null;
}

export interface TicketState {
  readonly ticket: TicketRecord;
  /** Set where there is no ticket. */
  readonly ticketless?: Ticketless;
  readonly text: TicketText;
  /** The ruleset that classified it last; says whether customer messages classify it again. */
  readonly classification: RevisionRef | null;
  /** The SLA policy whose clocks run, pinned. */
  readonly sla: RevisionRef | null;
  readonly clocks: readonly ClockState[];
  readonly routing: RoutingPosition | null;
  readonly runs: readonly RunState[];
  readonly tasks: readonly TaskState[];
  /** Events applied so far; the version that `If-Match` speaks of. */
  readonly seq: number;
}
