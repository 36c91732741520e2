/**
 * One transaction's worth of work: the tickets that it read, and every row that it will write.
 * Rows are gathered per command, so that a refused command leaves none; they are written together, multi-row.
 */
import type { TicketState } from "@sluice/engine";
import type { NotificationRow } from "../database/entities/notifications.ts";
import type { AgentLoadRow, CustomerRow, QueueEntryRow } from "../database/entities/routing.ts";
import type { SurveyRow, TicketlessRow } from "../database/entities/ticketless.ts";
import type {
  ClassificationRow,
  MessageRow,
  TicketEventRow,
  TicketRow,
} from "../database/entities/tickets.ts";
import type { IncidentRow, JobRow, RunRow, TaskRow, TimerRow } from "../database/entities/work.ts";

/** Everything that one command writes. */
export interface CommandRows {
  /** `null` for a run without a ticket, which has `ticketless`. */
  readonly ticket: TicketRow | null;
  readonly ticketless: TicketlessRow | null;
  readonly isNew: boolean;
  readonly event: TicketEventRow;
  readonly timer: TimerRow | null;
  /** `null` when nothing classified the ticket. */
  readonly classification: ClassificationRow | null;
  readonly messages: readonly MessageRow[];
  readonly surveys: readonly SurveyRow[];
  readonly jobs: readonly JobRow[];
  readonly cancelledJobs: readonly string[];
  readonly jobEnd: Pick<JobRow, "id" | "status" | "finished_at" | "result" | "error"> | null;
  readonly runs: readonly RunRow[];
  readonly tasks: readonly TaskRow[];
  readonly incidents: readonly IncidentRow[];
  readonly closedIncidents: readonly Pick<IncidentRow, "id" | "status" | "closed_at">[];
  readonly notifications: readonly NotificationRow[];
  readonly customer: CustomerChange | null;
}

/** How a command moves its customer's row. */
export interface CustomerChange {
  readonly id: string;
  readonly row: CustomerRow;
}

/** The rows of a batch, the newest of each key. */
export class UnitOfWork {
  /** Aggregates as they are inside the transaction; `null` = there is no such ticket. */
  readonly states = new Map<string, TicketState | null>();
  readonly customers = new Map<string, CustomerRow>();
  /** `channel externalId` → ticket id, of stored tickets and of those created in this batch. */
  readonly externalIds = new Map<string, string>();
  /** `ticket externalId` of messages, stored and of this batch: a channel may deliver one twice. */
  readonly knownMessages = new Set<string>();
  /** Jobs that have not ended, of those whose result this batch brings. */
  readonly openJobs = new Set<string>();
  readonly tickets = new Map<string, TicketRow>();
  readonly ticketless = new Map<string, TicketlessRow>();
  readonly newTickets = new Set<string>();
  readonly events: TicketEventRow[] = [];
  /** Ticket id → its one timer, or `null` when it has none any more. */
  readonly timers = new Map<string, TimerRow | null>();
  readonly classifications = new Map<string, ClassificationRow>();
  readonly messages: MessageRow[] = [];
  readonly surveys: SurveyRow[] = [];
  readonly jobs: JobRow[] = [];
  readonly cancelledJobs: string[] = [];
  readonly jobEnds: Pick<JobRow, "id" | "status" | "finished_at" | "result" | "error">[] = [];
  readonly runs = new Map<string, RunRow>();
  readonly tasks = new Map<string, TaskRow>();
  readonly incidents: IncidentRow[] = [];
  readonly closedIncidents: Pick<IncidentRow, "id" | "status" | "closed_at">[] = [];
  readonly notifications: NotificationRow[] = [];
  readonly changedCustomers = new Set<string>();

  /** Takes over what one command came to. */
  add(ticketId: string, state: TicketState, rows: CommandRows): void {
    this.states.set(ticketId, state);
    if (rows.ticket) this.tickets.set(ticketId, rows.ticket);
    if (rows.ticketless) this.ticketless.set(ticketId, rows.ticketless);
    if (rows.isNew) this.newTickets.add(ticketId);
    if (rows.ticket && rows.ticket.external_id !== null)
      this.externalIds.set(externalKey(rows.ticket.channel, rows.ticket.external_id), ticketId);
    this.events.push(rows.event);
    this.timers.set(ticketId, rows.timer);
    if (rows.classification) this.classifications.set(ticketId, rows.classification);
    this.messages.push(...rows.messages);
    for (const { external_id } of rows.messages)
      if (external_id !== null) this.knownMessages.add(externalKey(ticketId, external_id));
    this.surveys.push(...rows.surveys);
    this.jobs.push(...rows.jobs);
    this.cancelledJobs.push(...rows.cancelledJobs);
    if (rows.jobEnd) this.jobEnds.push(rows.jobEnd);
    for (const id of [...rows.cancelledJobs, ...(rows.jobEnd ? [rows.jobEnd.id] : [])])
      this.openJobs.delete(id);
    for (const run of rows.runs) this.runs.set(run.id, run);
    for (const task of rows.tasks) this.tasks.set(task.id, task);
    this.incidents.push(...rows.incidents);
    this.closedIncidents.push(...rows.closedIncidents);
    this.notifications.push(...rows.notifications);
    if (!rows.customer) return;
    this.customers.set(rows.customer.id, rows.customer.row);
    this.changedCustomers.add(rows.customer.id);
  }
}

/** One string for the pair; a channel key holds no space. */
export const externalKey = (channel: string, externalId: string): string => `${channel} ${externalId}`;

export type LoadRows = {
  readonly agents: readonly AgentLoadRow[];
  readonly removedAgents: readonly string[];
  readonly cursors: readonly { readonly key: string; readonly value: string }[];
  readonly entries: readonly QueueEntryRow[];
  readonly removedEntries: readonly string[];
};
