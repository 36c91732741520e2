/** One micro-batch: many commands, one transaction, and no command that can spoil its neighbours. */
import { EngineError, FactsNeeded, type LoadState, type TicketState } from "@sluice/engine";
import type { Transaction } from "../database/database.ts";
import { AppError } from "../errors.ts";
import type { SurveyLinks } from "../surveys/survey-links.ts";
import type { TicketCommand, Waiting } from "./command.ts";
import type { CommittedEvent } from "./committed.ts";
import type { Foresight } from "./foresight.ts";
import type { LiveDefinitions } from "./live-definitions.ts";
import { preload } from "./preload.ts";
import { type Computed, runEvent } from "./run-event.ts";
import { externalKey, type UnitOfWork } from "./unit-of-work.ts";

/** How a command of the batch ended; settled only after the commit. */
export type Verdict =
  | { readonly waiting: Waiting; readonly result: CommittedEvent }
  | { readonly waiting: Waiting; readonly error: unknown }
  /** An earlier command of its ticket waits for facts: it must not overtake that one. */
  | { readonly waiting: Waiting; readonly held: true };

export interface BatchContext {
  readonly manager: Transaction;
  readonly definitions: Pick<LiveDefinitions, "current" | "ensure">;
  readonly load: LoadState;
  readonly work: UnitOfWork;
  readonly now: number;
  /** True for channels whose plugin delivers what the house writes. */
  readonly sends: (channel: string) => boolean;
  readonly surveyLinks: SurveyLinks;
  /** What was worked out before the turn. */
  readonly foresight: Foresight;
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
      return { waiting, result: runCommand(context, waiting, numbers) };
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

function runCommand(context: BatchContext, waiting: Waiting, numbers: () => number): CommittedEvent {
  const { command } = waiting;
  const known = knownTicket(context, command);
  if (known) return asItWas(known);
  const before = currentState(context, command);
  if (before && isKnown(context, command)) return asItWas(before);
  const computed = context.foresight.take(context, waiting) ?? computeNow(context, waiting, before, numbers);
  if (!computed) return asItWas(before as TicketState);
  const { committed, rows } = computed;
  context.work.add(committed.state.ticket.id, committed.state, rows);
  return committed;
}

function computeNow(
  context: BatchContext,
  waiting: Waiting,
  before: TicketState | null,
  numbers: () => number,
): Computed | null {
  const { command } = waiting;
  const { load, now, sends, surveyLinks, foresight, work } = context;
  const definitions = context.definitions.current;
  return runEvent({ definitions, load, now, sends, surveyLinks }, command, {
    before,
    customer: work.customers.get(customerId(before, command)),
    number: () => foresight.number(waiting) ?? numbers(),
  });
}

function customerId(before: TicketState | null, { body }: TicketCommand): string {
  if (before) return before.ticket.customer.id;
  return body.type === "ticket.created" ? body.ticket.input.customer.id : "";
}

/** An engine's refusal is the caller's to mend; anything else is ours. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof EngineError || error instanceof AppError;
