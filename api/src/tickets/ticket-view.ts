/** Tickets as the API answers them: instants in ISO UTC, lengths in ms beside their ISO form. */
import {
  type ClockState,
  type ClockView,
  clockView,
  type Definitions,
  formatDuration,
  type RunState,
  type TaskState,
  type TicketState,
} from "@sluice/engine";
import type { Message } from "@sluice/schemas";
import { toIso } from "../clock.ts";

/** The tiers that made the target, or the campaign phase that gave it. */
const tierOf = ({ tiers, overlay }: ClockView): string =>
  tiers.length === 0 && overlay ? `${overlay.campaign}/${overlay.phase}` : tiers.join("+");

/** One clock, as it reads at one instant. */
function toClockJson(clock: ClockState, view: ClockView, cardOf: (reminder: string) => string | undefined) {
  const cards = clock.fired.map(cardOf);
  const reds = cards.filter((card) => card === "red").length;
  const pausedReason = view.state === "paused" ? clock.segments.at(-1)?.reason : undefined;
  const card = cards.includes("red") ? "red" : cards.includes("yellow") ? "yellow" : undefined;
  return {
    metric: view.metric,
    target: view.target.text,
    targetMs: view.elapsedMs + view.remainingMs,
    due: toIso(view.due),
    elapsed: formatDuration(view.elapsedMs),
    elapsedMs: view.elapsedMs,
    remaining: formatDuration(view.remainingMs),
    remainingMs: view.remainingMs,
    state: view.state,
    tier: tierOf(view),
    tiers: view.tiers,
    calendar: view.calendar,
    ...(view.overlay ? { campaign: view.overlay.campaign, phase: view.overlay.phase } : {}),
    ...(pausedReason === undefined ? {} : { pausedReason }),
    ...(card === undefined ? {} : { card }),
    ...(reds > 1 ? { redCards: reds } : {}),
  };
}

export type ClockJson = ReturnType<typeof toClockJson>;

/** The latest clock of each metric. */
export function slaView(state: TicketState, definitions: Definitions, at: number): Record<string, ClockJson> {
  const policy = state.sla ? definitions.sla(state.sla.key, state.sla.revision) : undefined;
  if (!policy) return {};
  const cardOf = (id: string) => policy.reminders.find((reminder) => reminder.id === id)?.source.card;
  return Object.fromEntries(
    state.clocks.map((clock) => [clock.metric, toClockJson(clock, clockView(clock, policy, at), cardOf)]),
  );
}

/** One line of the list. */
export function ticketSummary(state: TicketState, definitions: Definitions, at: number) {
  const { ticket } = state;
  return {
    id: ticket.id,
    number: ticket.number,
    channel: ticket.channel,
    shop: ticket.shop,
    externalId: ticket.externalId,
    subject: ticket.subject,
    status: ticket.status,
    stage: ticket.stage,
    category: ticket.category,
    tags: ticket.tags,
    priority: ticket.priority,
    customer: ticket.customer,
    assignee: ticket.assignee,
    group: ticket.group,
    pool: ticket.pool,
    escalated: ticket.escalated,
    createdAt: toIso(ticket.createdAt),
    updatedAt: toIso(ticket.updatedAt),
    resolvedAt: toIso(ticket.resolvedAt),
    seq: state.seq,
    sla: slaView(state, definitions, at),
  };
}

/** What a token waits for, and until when. */
export function waitView(wait: NonNullable<RunState["tokens"][number]["wait"]>): object {
  if (wait.type === "until") return { ...wait, at: toIso(wait.at) };
  if (wait.type === "task" || wait.type === "survey") return { ...wait, until: toIso(wait.until) };
  if (wait.type === "event") return { ...wait, since: toIso(wait.since), until: toIso(wait.until) };
  return wait;
}

/** Where the ticket stands in routing, and until when. */
function routingView(position: NonNullable<TicketState["routing"]>): object {
  const since = toIso(position.since);
  if (position.type === "waiting") return { ...position, since, timeoutAt: toIso(position.timeoutAt) };
  if (position.type === "assigned")
    return { ...position, since, claimExpiresAt: toIso(position.claimExpiresAt) };
  return { ...position, since, warnAt: toIso(position.warnAt), escalateAt: toIso(position.escalateAt) };
}

/** A run with its path in the words of its workflow. */
export function runView(run: RunState, definitions: Definitions) {
  const workflow = definitions.workflow(run.workflow);
  return {
    id: run.id,
    workflow: run.workflow.key,
    name: workflow?.name ?? run.workflow.key,
    revision: run.workflow.revision,
    status: run.status,
    startedAt: toIso(run.startedAt),
    endedAt: toIso(run.endedAt),
    variables: run.vars,
    path: run.path.map(({ node, at, port }) => {
      const source = workflow?.node(node)?.source;
      return { node, type: source?.type ?? null, name: source?.name ?? null, at: toIso(at), port };
    }),
    waiting: run.tokens.map(({ node, since, wait }) => ({
      node,
      since: toIso(since),
      for: wait && waitView(wait),
    })),
  };
}

export const taskView = (task: TaskState, ticket: string | null) => ({
  id: task.id,
  ticket,
  run: task.run,
  title: task.title,
  group: task.group,
  assignee: task.assignee,
  outcomes: task.outcomes,
  form: task.form,
  needed: task.needed,
  answers: task.answers.map((answer) => ({ ...answer, at: toIso(answer.at) })),
  status: task.status,
  dueAt: toIso(task.dueAt),
  createdAt: toIso(task.createdAt),
});

/**
 * The whole ticket without what is stored beside the aggregate: the answer to every change.
 * `ended` are the runs that the change brought to their end; older ones are in the full view.
 */
export function ticketView(
  state: TicketState,
  definitions: Definitions,
  at: number,
  ended: readonly RunState[] = [],
) {
  const { ticket } = state;
  return {
    ...ticketSummary(state, definitions, at),
    body: ticket.body,
    language: ticket.language,
    order: ticket.order,
    fields: ticket.fields,
    parent: ticket.parent,
    children: ticket.children,
    mergedInto: ticket.mergedInto,
    reopenCount: ticket.reopenCount,
    transferCount: ticket.transferCount,
    messageCount: ticket.messageCount,
    closedAt: toIso(ticket.closedAt),
    routing: state.routing && routingView(state.routing),
    runs: [...ended, ...state.runs].map((run) => runView(run, definitions)),
    tasks: state.tasks.map((task) => taskView(task, ticket.id)),
  };
}

export interface StoredBeside {
  readonly messages: readonly Message[];
  readonly endedRuns: readonly RunState[];
}

/** The whole ticket. */
export function fullTicketView(
  state: TicketState,
  definitions: Definitions,
  at: number,
  beside: StoredBeside,
) {
  return { ...ticketView(state, definitions, at, beside.endedRuns), messages: beside.messages };
}
