/** One command computed: the event that it becomes, what the engine makes of it, and the rows that this comes to. */
import {
  type Definitions,
  isIdleSweep,
  type LoadState,
  type ProcessResult,
  processEvent,
  type TicketEvent,
  type TicketState,
} from "@sluice/engine";
import { replyJobs } from "../channels/outbound.ts";
import type { CustomerRow } from "../database/entities/routing.ts";
import { newId } from "../ids.ts";
import type { SurveyLinks } from "../surveys/survey-links.ts";
import type { TicketCommand } from "./command.ts";
import type { CommittedEvent } from "./committed.ts";
import { toRows } from "./to-rows.ts";
import type { CommandRows } from "./unit-of-work.ts";

/** What every command of a batch is computed with. */
export interface EventContext {
  readonly definitions: Definitions;
  readonly load: LoadState;
  /** Epoch ms. */
  readonly now: number;
  /** True for channels whose plugin delivers what the house writes. */
  readonly sends: (channel: string) => boolean;
  readonly surveyLinks: SurveyLinks;
}

/** What a command meets. */
export interface Met {
  /** `null` for a ticket that is to be created. */
  readonly before: TicketState | null;
  readonly customer: CustomerRow | undefined;
  /** The number of a ticket that is to be created. */
  readonly number: () => number;
}

export interface Computed {
  readonly committed: CommittedEvent;
  readonly rows: CommandRows;
}

/** What earlier tickets told of the customer; what the caller says now goes before it. */
const knownCustomer = (row: CustomerRow | undefined) => ({
  known: { ...(row ? JSON.parse(row.data) : {}), openTickets: row?.open_tickets ?? 0 },
});

function toEvent({ body, actor, facts }: TicketCommand, met: Met, now: number): TicketEvent {
  const numbered =
    body.type === "ticket.created"
      ? { ...body, ticket: { ...body.ticket, number: met.number(), ...knownCustomer(met.customer) } }
      : body;
  return { ...numbered, id: newId(), at: now, actor, ...(facts ? { facts } : {}) };
}

const stickyOf = (customer: CustomerRow | undefined) =>
  customer?.last_assignee == null || customer.last_assigned_at === null
    ? null
    : { agent: customer.last_assignee, at: Number(customer.last_assigned_at) };

const toCommitted = (result: ProcessResult, created: boolean): CommittedEvent => ({
  state: result.ticketState,
  decisions: result.decisions,
  endedRuns: result.runs.filter(({ status }) => status !== "active"),
  drain: result.drain,
  created,
  changed: true,
});

/**
 * Computes a command and stores nothing but what routing does to the load state. `null`: nothing happened.
 * Throws what `processEvent` throws.
 */
export function runEvent(context: EventContext, command: TicketCommand, met: Met): Computed | null {
  const { definitions, load, now, sends, surveyLinks } = context;
  const { before, customer } = met;
  const event = toEvent(command, met, now);
  const result = processEvent(definitions, { state: before, load, sticky: stickyOf(customer) }, event, now);
  if (before && isIdleSweep(before, event, result)) return null;
  const rows = toRows({ event, before, result, customer, now, surveyLinks });
  const replies = replyJobs(result, sends, now);
  return {
    committed: toCommitted(result, before === null),
    rows: {
      ...rows,
      jobs: replies.length > 0 ? [...rows.jobs, ...replies] : rows.jobs,
      jobEnd: command.job ? { ...command.job, finished_at: now } : null,
    },
  };
}
