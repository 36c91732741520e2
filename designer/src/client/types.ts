/** What the api answers, as the pages read it. Instants are ISO UTC; lengths are ms beside their ISO form. */
import type {
  Agent,
  CapacityKind,
  CustomerInput,
  Decision,
  Json,
  Message,
  OrderInput,
  Presence,
  Priority,
  SlaMetric,
  TicketStatus,
} from "@sluice/schemas";

export type Role = "viewer" | "agent" | "lead" | "designer" | "publisher" | "admin";

/** The person who is signed in; `agentId` where they also work on tickets. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly agentId: string | null;
}

/** One page of a list; `nextCursor` is `null` on the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
  readonly total?: number;
}

/** A list that comes whole. */
export interface Items<T> {
  readonly items: readonly T[];
}

export type ClockViewState = "running" | "paused" | "breached" | "met" | "missed" | "cancelled";

/** One SLA clock at the moment of the answer. */
export interface ClockView {
  readonly metric: SlaMetric;
  /** ISO duration, or the instant of a platform deadline. */
  readonly target: string;
  readonly targetMs: number;
  readonly due: string;
  readonly elapsed: string;
  readonly elapsedMs: number;
  readonly remaining: string;
  /** Open time left; negative once breached. */
  readonly remainingMs: number;
  readonly state: ClockViewState;
  /** The tiers that made the target, `vip+standard`; empty where a campaign set it. */
  readonly tier: string;
  readonly calendar: string;
  /** The campaign whose target is pinned. */
  readonly campaign?: string;
  readonly pausedReason?: string;
  readonly card?: "yellow" | "red";
  /** How many red cards it was given, where more than one. */
  readonly redCards?: number;
}

export interface TicketSummary {
  readonly id: string;
  readonly number: number;
  readonly channel: string;
  readonly shop: string | null;
  readonly subject: string;
  readonly status: TicketStatus;
  readonly stage: string | null;
  readonly category: string | null;
  readonly tags: readonly string[];
  readonly priority: Priority;
  readonly customer: Pick<CustomerInput, "id" | "name" | "tier">;
  readonly assignee: string | null;
  readonly group: string | null;
  readonly pool: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly sla: Readonly<Partial<Record<SlaMetric, ClockView>>>;
}

export interface PathStep {
  readonly node: string;
  /** The admin's own name and the node's kind; `null` where the revision is not at hand. */
  readonly name: string | null;
  readonly type: string | null;
  readonly at: string;
  readonly port: string | null;
}

export interface RunView {
  readonly id: string;
  /** The workflow's key and its name. */
  readonly workflow: string;
  readonly name: string;
  readonly revision: number;
  readonly status: "active" | "completed" | "failed" | "cancelled";
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly path: readonly PathStep[];
  /** The nodes on which it stands, and what each waits for. */
  readonly waiting?: readonly {
    readonly node: string;
    readonly for: { readonly type: string; readonly [detail: string]: Json } | null;
  }[];
}

export interface TaskView {
  readonly id: string;
  readonly title: string;
  readonly group: string | null;
  readonly assignee: string | null;
  readonly outcomes: readonly { readonly id: string; readonly name: string }[];
  readonly status: "open" | "done" | "timeout" | "cancelled";
  readonly dueAt: string | null;
  readonly form: Json;
}

export interface Ticket extends Omit<TicketSummary, "customer"> {
  readonly externalId: string | null;
  readonly body: string;
  readonly customer: CustomerInput;
  readonly order: OrderInput | null;
  readonly fields: { readonly [key: string]: Json };
  readonly messages: readonly Message[];
  readonly runs: readonly RunView[];
  readonly tasks: readonly TaskView[];
  readonly reopenCount: number;
  readonly transferCount: number;
  readonly messageCount: number;
  readonly parent: string | null;
  readonly children: readonly string[];
  readonly mergedInto: string | null;
  readonly escalated: boolean;
  /** The version `If-Match` speaks of. */
  readonly seq: number;
}

export interface TimelineActor {
  readonly type: "customer" | "agent" | "bot" | "system" | "user";
  readonly id?: string;
}

/** A line that the engine wrote while it handled the event. */
export interface LogLine {
  readonly type: string;
  readonly [detail: string]: Json;
}

export interface TimelineItem {
  readonly id: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly actor: TimelineActor;
  readonly data: { readonly [key: string]: Json };
  readonly decisions: readonly Decision[];
  readonly log: readonly LogLine[];
}

/** What a person may change on a ticket. */
export interface TicketPatch {
  readonly status?: TicketStatus;
  readonly stage?: string | null;
  readonly priority?: Priority;
  readonly category?: string | null;
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  readonly fields?: { readonly [key: string]: Json };
}

/** An agent with what they do right now. */
export interface AgentView extends Agent {
  readonly presence: Presence;
  /** Tickets held, by kind of capacity and status; what there is none of is missing. */
  readonly load: Readonly<Partial<Record<CapacityKind, Readonly<Partial<Record<TicketStatus, number>>>>>>;
}

export interface PoolView {
  readonly key: string;
  readonly name: string;
  readonly size: number;
}

export const notificationReasons = [
  "sla-reminder",
  "escalation",
  "pool-warning",
  "pool-escalation",
  "task",
  "pause-ended",
] as const;

/** One thing an agent was told. */
export interface NotificationView {
  readonly id: string;
  readonly agent: string;
  readonly ticket: string;
  /** What people call the ticket; `null` where it is gone. */
  readonly ticketNumber: number | null;
  readonly subject: string | null;
  /** One of `notificationReasons`, or a newer one. */
  readonly reason: string;
  readonly data: Json;
  readonly createdAt: string;
}

/** What customers are told while a campaign's phase is in force. */
export interface AnnouncementView {
  readonly campaign: string;
  readonly phase: string;
  readonly announcement: { readonly "zh-CN"?: string; readonly en?: string };
}
