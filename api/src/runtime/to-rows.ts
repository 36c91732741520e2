/** What processing one event came to, as rows. */
import {
  type ClockState,
  type Effect,
  earliestDue,
  type IncidentEffect,
  isDone,
  type JobEffect,
  type MessageEffect,
  type NotifyEffect,
  nextDueAt,
  type ProcessResult,
  type RunState,
  type SurveyEffect,
  surveyLink,
  type TaskState,
  type TicketEvent,
  type TicketState,
} from "@sluice/engine";
import type { NotificationRow } from "../database/entities/notifications.ts";
import type { CustomerRow } from "../database/entities/routing.ts";
import type { SurveyRow } from "../database/entities/ticketless.ts";
import type {
  ClassificationRow,
  MessageRow,
  TicketEventRow,
  TicketRow,
} from "../database/entities/tickets.ts";
import type { IncidentRow, JobRow, RunRow, TaskRow, TimerRow } from "../database/entities/work.ts";
import type { SurveyLink, SurveyLinks } from "../surveys/survey-links.ts";
import { timerKey } from "./flush.ts";
import { toTicketlessRow } from "./ticketless.ts";
import type { CommandRows } from "./unit-of-work.ts";

const isOpenClock = (state: string): boolean => state === "running" || state === "paused";

/** Longest text that the list's search looks through. */
const maxSearchText = 2_000;

/** An open clock in two words, for counts that must not read every aggregate. */
function toMark({ metric, state, breachedAt, fired }: ClockState): string {
  if (breachedAt !== null) return `${metric}:b`;
  if (state === "paused") return `${metric}:p`;
  return `${metric}:${fired.length > 0 ? "w" : "r"}`;
}

function toTicketRow(state: TicketState): TicketRow {
  const { ticket } = state;
  const open = state.clocks.filter((clock) => isOpenClock(clock.state));
  return {
    id: ticket.id,
    number: ticket.number,
    channel: ticket.channel,
    external_id: ticket.externalId,
    shop: ticket.shop,
    subject: ticket.subject,
    status: ticket.status,
    stage: ticket.stage,
    category: ticket.category,
    priority: ticket.priority,
    assignee: ticket.assignee,
    grp: ticket.group,
    pool: ticket.pool,
    customer_id: ticket.customer.id,
    tags: JSON.stringify(ticket.tags),
    search_text: `${ticket.subject} ${ticket.body} ${ticket.customer.name ?? ""} ${ticket.order?.id ?? ""}`
      .toLowerCase()
      .slice(0, maxSearchText),
    created_at: ticket.createdAt,
    updated_at: ticket.updatedAt,
    resolved_at: ticket.resolvedAt,
    closed_at: ticket.closedAt,
    first_due: earliestDue(state),
    breached: open.some(({ breachedAt }) => breachedAt !== null) ? 1 : 0,
    clock_marks: open.length === 0 ? null : open.map(toMark).join(" "),
    seq: state.seq,
    state: JSON.stringify(state),
  };
}

function toEventRow(event: TicketEvent, state: TicketState, result: ProcessResult): TicketEventRow {
  return {
    id: event.id,
    ticket_id: state.ticket.id,
    seq: state.seq,
    type: event.type,
    at: event.at,
    actor: JSON.stringify(event.actor),
    data: JSON.stringify(event),
    decisions: JSON.stringify(result.decisions),
    log: JSON.stringify(result.log),
    refs: JSON.stringify(refsOf(result)),
  };
}

/** The last classification of the event, or `null` when there was none. */
function toClassificationRow({ decisions }: ProcessResult, ticket: string): ClassificationRow | null {
  const decision = decisions.findLast((one) => one.kind === "classification");
  if (decision?.kind !== "classification") return null;
  const { ref, matched, at } = decision;
  const rules = JSON.stringify(matched.map(({ id }) => id));
  return { ticket_id: ticket, ruleset: ref.key, revision: ref.revision, rules, at };
}

/** The revisions that took part, each once, as `kind/key@revision`. */
function refsOf({ decisions, runs }: ProcessResult): readonly string[] {
  const refs = [...decisions.map(({ ref }) => ref), ...runs.map(({ workflow }) => workflow)];
  return [...new Set(refs.map(({ kind, key, revision }) => `${kind}/${key}@${revision}`))];
}

function toTimerRow(state: TicketState): TimerRow | null {
  const due = nextDueAt(state);
  if (due === null) return null;
  const { id } = state.ticket;
  return { key: timerKey(id), kind: "ticket", ticket_id: id, due_at: due, payload: "{}" };
}

const toMessageRow = ({ message }: MessageEffect, state: TicketState): MessageRow => ({
  id: message.id,
  ticket_id: state.ticket.id,
  seq: state.seq,
  author: message.author,
  author_id: message.authorId,
  public: message.public ? 1 : 0,
  text: message.text,
  at: message.at,
  external_id: message.externalId ?? null,
});

interface Invitation {
  readonly survey: SurveyEffect;
  readonly link: SurveyLink;
}

/** The engine knows no address: the links of its surveys are put in here. */
function withLinks(row: MessageRow, invitations: readonly Invitation[]): MessageRow {
  let { text } = row;
  for (const { survey, link } of invitations) text = text.replaceAll(surveyLink(survey.id), link.url);
  return { ...row, text };
}

const toSurveyRow = ({ survey, link }: Invitation, ticket: string): SurveyRow => ({
  ...{ token: link.hash, id: survey.id, ticket_id: ticket, question: survey.question, scale: survey.scale },
  ...{ expires_at: survey.expiresAt, answered_at: null, score: null, comment: null },
});

const toJobRow = (job: JobEffect, ticket: string, now: number): JobRow => ({
  id: job.id,
  ticket_id: ticket,
  run_id: job.run,
  node: job.node,
  kind: "action",
  action: job.action,
  version: job.version,
  input: JSON.stringify({ input: job.input, timeout: job.timeout, retry: job.retry }),
  status: "pending",
  attempts: 0,
  max_attempts: job.retry.maxAttempts,
  run_at: now,
  started_at: null,
  finished_at: null,
  result: null,
  error: null,
});

const toRunRow = (run: RunState, ticket: string): RunRow => ({
  id: run.id,
  ticket_id: ticket,
  workflow: run.workflow.key,
  revision: run.workflow.revision,
  status: run.status,
  started_at: run.startedAt,
  ended_at: run.endedAt,
  // An open run lives in its ticket alone: copying it on every step would write it twice.
  data: run.status === "active" ? "{}" : JSON.stringify(run),
});

const toTaskRow = (task: TaskState, ticket: string): TaskRow => ({
  id: task.id,
  ticket_id: ticket,
  run_id: task.run,
  title: task.title,
  grp: task.group,
  assignee: task.assignee,
  status: task.status,
  due_at: task.dueAt,
  created_at: task.createdAt,
  data: JSON.stringify(task),
});

const toIncidentRow = (incident: IncidentEffect, ticket: string, now: number): IncidentRow => ({
  id: incident.id,
  ticket_id: ticket,
  run_id: incident.run,
  node: incident.node,
  job_id: incident.job,
  kind: incident.job === null ? "node" : "job",
  code: incident.code,
  message: incident.message,
  details: JSON.stringify(incident.details),
  status: "open",
  created_at: now,
  closed_at: null,
});

const toNotificationRows = (notify: NotifyEffect, ticket: string, now: number): readonly NotificationRow[] =>
  notify.agents.map((agent) => ({
    id: notify.id,
    agent_id: agent,
    ticket_id: ticket,
    reason: notify.reason,
    data: JSON.stringify(notify.data),
    created_at: now,
    read_at: null,
  }));

const ofType = <T extends Effect["type"]>(effects: readonly Effect[], type: T) =>
  effects.filter((effect): effect is Extract<Effect, { type: T }> => effect.type === type);

/** The customer's row after the ticket changed: newest data, last assignee, how many tickets are open. */
function toCustomerRow(
  known: CustomerRow | undefined,
  before: TicketState | null,
  after: TicketState,
  now: number,
): CustomerRow {
  const { customer, assignee } = after.ticket;
  const wasOpen = before !== null && !isDone(before.ticket.status) ? 1 : 0;
  const isOpen = isDone(after.ticket.status) ? 0 : 1;
  const assigned = assignee !== null && assignee !== before?.ticket.assignee;
  const { openTickets: _, ...data } = customer;
  return {
    id: customer.id,
    name: customer.name ?? known?.name ?? null,
    tier: customer.tier ?? known?.tier ?? null,
    data: before === null ? JSON.stringify(data) : (known?.data ?? JSON.stringify(data)),
    last_assignee: assigned ? assignee : (known?.last_assignee ?? null),
    last_assigned_at: assigned ? now : (known?.last_assigned_at ?? null),
    open_tickets: Math.max(0, (known?.open_tickets ?? 0) + isOpen - wasOpen),
    updated_at: now,
  };
}

export interface RowContext {
  readonly event: TicketEvent;
  readonly before: TicketState | null;
  readonly result: ProcessResult;
  readonly customer: CustomerRow | undefined;
  readonly now: number;
  readonly surveyLinks: SurveyLinks;
}

/** Every row that one processed event writes, save the job's end. */
export function toRows(context: RowContext): Omit<CommandRows, "jobEnd"> {
  const { event, before, result, now } = context;
  const state = result.ticketState;
  const id = state.ticket.id;
  const { effects } = result;
  const invitations = ofType(effects, "survey").map((survey) => ({
    survey,
    link: context.surveyLinks(survey.id),
  }));
  return {
    ticket: state.ticketless ? null : toTicketRow(state),
    ticketless: state.ticketless ? toTicketlessRow(state, now) : null,
    isNew: before === null,
    event: toEventRow(event, state, result),
    timer: toTimerRow(state),
    classification: toClassificationRow(result, id),
    messages: ofType(effects, "message").map((effect) => withLinks(toMessageRow(effect, state), invitations)),
    surveys: invitations.map((invitation) => toSurveyRow(invitation, id)),
    jobs: ofType(effects, "job").map((job) => toJobRow(job, id, now)),
    cancelledJobs: ofType(effects, "cancel-job").map((effect) => effect.id),
    runs: result.runs.map((run) => toRunRow(run, id)),
    tasks: result.tasks.map((task) => toTaskRow(task, id)),
    incidents: ofType(effects, "incident").map((incident) => toIncidentRow(incident, id, now)),
    closedIncidents: ofType(effects, "close-incident").map((closed) => ({
      id: closed.id,
      status: closed.how,
      closed_at: now,
    })),
    notifications: ofType(effects, "notify").flatMap((notify) => toNotificationRows(notify, id, now)),
    customer: state.ticketless
      ? null
      : { id: state.ticket.customer.id, row: toCustomerRow(context.customer, before, state, now) },
  };
}
