/** One micro-batch: many commands, one transaction, and no command that can spoil its neighbours. */
import {
  EngineError,
  FactsNeeded,
  isIdleSweep,
  type LoadState,
  processEvent,
  type TicketEvent,
  type TicketState,
} from "@sluice/engine";
import { replyJobs } from "../channels/outbound.ts";
import type { Transaction } from "../database/database.ts";
import type { CustomerRow } from "../database/entities/routing.ts";
import { AppError } from "../errors.ts";
import { newId } from "../ids.ts";
import type { SurveyLinks } from "../surveys/survey-links.ts";
import type { TicketCommand, Waiting } from "./command.ts";
import type { CommittedEvent } from "./committed.ts";
import type { LiveDefinitions } from "./live-definitions.ts";
import { preload } from "./preload.ts";
import { toRows } from "./to-rows.ts";
import { externalKey, type UnitOfWork } from "./unit-of-work.ts";

/** How a command of the batch ended; settled only after the commit. */
export type Verdict =
  | { readonly waiting: Waiting; readonly result: CommittedEvent }
  | { readonly waiting: Waiting; readonly error: unknown }
  /** An earlier command of its ticket waits for facts: it must not overtake that one. */
  | { readonly waiting: Waiting; readonly held: true };

export interface BatchContext {
  readonly manager: Transaction;
  readonly definitions: LiveDefinitions;
  readonly load: LoadState;
  readonly work: UnitOfWork;
  readonly now: number;
  /** True for channels whose plugin delivers what the house writes. */
  readonly sends: (channel: string) => boolean;
  readonly surveyLinks: SurveyLinks;
}

/** Processes every command in order against the locked state; a refused one leaves no trace. */
export async function runBatch(
  context: BatchContext,
  batch: readonly Waiting[],
): Promise<readonly Verdict[]> {
  const numbers = await preload(context, batch);
  const parked = new Set<string | null>();
  return batch.map((waiting): Verdict => {
    const { ticket } = waiting.command;
    if (ticket !== null && parked.has(ticket)) return { waiting, held: true };
    const mark = context.load.mark();
    try {
      return { waiting, result: runCommand(context, waiting.command, numbers) };
    } catch (error) {
      context.load.rollbackTo(mark);
      if (error instanceof FactsNeeded) parked.add(ticket);
      return { waiting, error };
    }
  });
}

/** What commands want written beside their own rows. */
export async function writeAlongside(manager: Transaction, verdicts: readonly Verdict[]): Promise<void> {
  for (const verdict of verdicts)
    if ("result" in verdict) await verdict.waiting.command.alongside?.(manager, verdict.result);
}

/** True for a message that its channel has delivered before, by its externalId on this ticket. */
function isKnownMessage({ work }: BatchContext, { ticket, body }: TicketCommand): boolean {
  const externalId = body.type === "message.received" ? body.message.externalId : undefined;
  return (
    externalId !== undefined && ticket !== null && work.knownMessages.has(externalKey(ticket, externalId))
  );
}

/** A webhook's call has an aggregate of its own: what finds it there was called before. */
const isKnownCall = ({ body }: TicketCommand): boolean =>
  body.type === "run.triggered" && body.due === undefined;

/** A job ends once: what comes of it later, or after it was cancelled, changes nothing. */
const isEndedJob = ({ work }: BatchContext, { job }: TicketCommand): boolean =>
  job !== undefined && !work.openJobs.has(job.id);

/** True for what happened before, or can happen no more. */
const isKnown = (context: BatchContext, command: TicketCommand): boolean =>
  isKnownMessage(context, command) || isKnownCall(command) || isEndedJob(context, command);

/** The ticket that a creation would repeat, when its channel and externalId are known already. */
function knownTicket({ work }: BatchContext, command: TicketCommand): TicketState | undefined {
  if (command.body.type !== "ticket.created") return undefined;
  const { channel, externalId } = command.body.ticket.input;
  const id = externalId === undefined ? undefined : work.externalIds.get(externalKey(channel, externalId));
  return id === undefined ? undefined : (work.states.get(id) ?? undefined);
}

/** The answer to what was delivered before: the ticket as it is. */
const asItWas = (state: TicketState): CommittedEvent => ({
  state,
  decisions: [],
  endedRuns: [],
  drain: [],
  created: false,
  changed: false,
});

function currentState({ work }: BatchContext, command: TicketCommand): TicketState | null {
  if (command.ticket === null) return null;
  const state = work.states.get(command.ticket);
  if (!state && command.body.type === "run.triggered") return null;
  if (!state) throw new AppError("resource.not-found", { values: { what: `ticket ${command.ticket}` } });
  if (command.ifMatch !== undefined && command.ifMatch !== state.seq)
    throw new AppError("resource.changed", { values: { etag: `"${state.seq}"` } });
  return state;
}

function runCommand(context: BatchContext, command: TicketCommand, numbers: () => number): CommittedEvent {
  const known = knownTicket(context, command);
  if (known) return asItWas(known);
  const before = currentState(context, command);
  if (before && isKnown(context, command)) return asItWas(before);
  const event = toEvent(context, command, numbers);
  const customer = customerOf(context, before, event);
  const result = processEvent(
    context.definitions.current,
    { state: before, load: context.load, sticky: stickyOf(customer) },
    event,
    context.now,
  );
  if (before && isIdleSweep(before, event, result)) return asItWas(before);
  const rows = toRows({
    ...{ event, before, result, customer, now: context.now },
    surveyLinks: context.surveyLinks,
  });
  const replies = replyJobs(result, context.sends, context.now);
  const state = result.ticketState;
  context.work.add(state.ticket.id, state, {
    ...rows,
    jobs: replies.length > 0 ? [...rows.jobs, ...replies] : rows.jobs,
    jobEnd: command.job ? { ...command.job, finished_at: context.now } : null,
  });
  return {
    state,
    decisions: result.decisions,
    endedRuns: result.runs.filter(({ status }) => status !== "active"),
    drain: result.drain,
    created: before === null,
    changed: true,
  };
}

function toEvent(context: BatchContext, command: TicketCommand, numbers: () => number): TicketEvent {
  const { body } = command;
  const numbered =
    body.type === "ticket.created"
      ? {
          ...body,
          ticket: {
            ...body.ticket,
            number: numbers(),
            ...knownCustomer(context, body.ticket.input.customer.id),
          },
        }
      : body;
  return {
    ...numbered,
    id: newId(),
    at: context.now,
    actor: command.actor,
    ...(command.facts ? { facts: command.facts } : {}),
  };
}

/** What earlier tickets told of the customer; what the caller says now goes before it. */
function knownCustomer({ work }: BatchContext, id: string) {
  const row = work.customers.get(id);
  return { known: { ...(row ? JSON.parse(row.data) : {}), openTickets: row?.open_tickets ?? 0 } };
}

const customerOf = (
  { work }: BatchContext,
  before: TicketState | null,
  event: TicketEvent,
): CustomerRow | undefined => {
  const id =
    before?.ticket.customer.id ?? (event.type === "ticket.created" ? event.ticket.input.customer.id : "");
  return work.customers.get(id);
};

const stickyOf = (customer: CustomerRow | undefined) =>
  customer?.last_assignee == null || customer.last_assigned_at === null
    ? null
    : { agent: customer.last_assignee, at: Number(customer.last_assigned_at) };

/** An engine's refusal is the caller's to mend; anything else is ours. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof EngineError || error instanceof AppError;
