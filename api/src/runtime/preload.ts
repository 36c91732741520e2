/** Reads what a batch needs, under the lock and a table at a time: tickets, customers, known externalIds, open jobs, numbers. */
import type { TicketState } from "@sluice/engine";
import type { RevisionRef } from "@sluice/schemas";
import { addToCounter } from "../database/bulk.ts";
import type { Queryable, Transaction } from "../database/database.ts";
import type { CustomerRow } from "../database/entities/routing.ts";
import type { BatchContext } from "./batch.ts";
import type { Waiting } from "./command.ts";
import { isTicketlessId } from "./ticketless.ts";
import { externalKey } from "./unit-of-work.ts";

/** Parameters in one IN list; well below every database's limit. */
const chunk = 500;

/** The rows of `select … IN (values)`, chunk by chunk; `before` fills the places that come before the list. */
async function selectIn<Row>(
  manager: Queryable,
  select: string,
  values: readonly string[],
  before: readonly string[] = [],
): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (let from = 0; from < values.length; from += chunk) {
    const part = values.slice(from, from + chunk);
    const marks = new Array<string>(part.length).fill("?").join(",");
    found.push(...(await manager.query<Row[]>(`${select} IN (${marks})`, [...before, ...part])));
  }
  return found;
}

const creations = (batch: readonly Waiting[]) =>
  batch.flatMap(({ command: { body } }) => (body.type === "ticket.created" ? [body.ticket] : []));

async function loadStates({ manager, work }: BatchContext, ids: readonly string[]): Promise<void> {
  const missing = [...new Set(ids)].filter((id) => !work.states.has(id));
  const isTicket = (id: string) => !isTicketlessId(id);
  const read = (table: "tickets" | "ticketless", wanted: readonly string[]) =>
    selectIn<{ id: string; state: string }>(manager, `SELECT id, state FROM ${table} WHERE id`, wanted);
  const rows = [
    ...(await read("tickets", missing.filter(isTicket))),
    ...(await read("ticketless", missing.filter(isTicketlessId))),
  ];
  for (const id of missing) work.states.set(id, null);
  for (const row of rows) work.states.set(row.id, JSON.parse(row.state) as TicketState);
}

/** Asked for channel by channel: the index begins with the channel, and without it every ticket would be looked through. */
async function loadKnown(context: BatchContext, batch: readonly Waiting[]): Promise<void> {
  const { manager, work } = context;
  const named = new Map<string, Set<string>>();
  for (const { input } of creations(batch))
    if (input.externalId !== undefined)
      named.set(input.channel, (named.get(input.channel) ?? new Set()).add(input.externalId));
  const found: string[] = [];
  for (const [channel, externalIds] of named) {
    const rows = await selectIn<{ id: string; external_id: string }>(
      manager,
      "SELECT id, external_id FROM tickets WHERE channel = ? AND external_id",
      [...externalIds],
      [channel],
    );
    for (const row of rows) work.externalIds.set(externalKey(channel, row.external_id), row.id);
    found.push(...rows.map(({ id }) => id));
  }
  await loadStates(context, found);
}

/** Messages that a channel names and that are stored already. */
async function loadKnownMessages({ manager, work }: BatchContext, batch: readonly Waiting[]): Promise<void> {
  const named = batch.flatMap(({ command: { ticket, body } }) =>
    ticket !== null && body.type === "message.received" && body.message.externalId !== undefined
      ? [ticket]
      : [],
  );
  const rows = await selectIn<{ ticket_id: string; external_id: string }>(
    manager,
    "SELECT ticket_id, external_id FROM messages WHERE external_id IS NOT NULL AND ticket_id",
    [...new Set(named)],
  );
  for (const row of rows) work.knownMessages.add(externalKey(row.ticket_id, row.external_id));
}

/** A job may be told twice: by a process that was taken for dead, or after it was cancelled. Its row says what counts. */
async function loadOpenJobs({ manager, work }: BatchContext, batch: readonly Waiting[]): Promise<void> {
  const rows = await selectIn<{ id: string }>(
    manager,
    "SELECT id FROM jobs WHERE status IN ('pending','running') AND id",
    batch.flatMap(({ command }) => command.job?.id ?? []),
  );
  for (const { id } of rows) work.openJobs.add(id);
}

async function loadCustomers({ manager, work }: BatchContext, batch: readonly Waiting[]): Promise<void> {
  const ofTickets = [...work.states.values()].flatMap((state) => (state ? [state.ticket.customer.id] : []));
  const ids = new Set([...creations(batch).map(({ input }) => input.customer.id), ...ofTickets]);
  for (const row of await findCustomers(manager, [...ids])) work.customers.set(row.id, row);
}

/** The rows of those customers that are known. */
export const findCustomers = (db: Queryable, ids: readonly string[]): Promise<readonly CustomerRow[]> =>
  selectIn<CustomerRow>(db, "SELECT * FROM customers WHERE id", ids);

/** Takes as many ticket numbers as the batch may need; an unused one is a gap, never a repeat. */
async function takeNumbers(manager: Transaction, count: number): Promise<() => number> {
  if (count === 0) return () => 0;
  let next = (await addToCounter(manager, "ticket", count)) - count;
  return () => {
    next += 1;
    return next;
  };
}

/** Revisions that an event itself names. */
function namedBy(body: Waiting["command"]["body"]): readonly RevisionRef[] {
  if (body.type === "sla.published") return [body.ref];
  return body.type === "run.migrate" ? [body.to] : [];
}

/** Reads everything the batch needs into its unit of work; answers the source of ticket numbers. */
export async function preload(context: BatchContext, batch: readonly Waiting[]): Promise<() => number> {
  const unnumbered = batch.filter((waiting) => context.foresight.number(waiting) === undefined);
  const numbers = await takeNumbers(context.manager, creations(unnumbered).length);
  await loadStates(
    context,
    batch.flatMap(({ command }) => command.ticket ?? []),
  );
  await loadKnown(context, batch);
  await loadKnownMessages(context, batch);
  await loadOpenJobs(context, batch);
  await loadCustomers(context, batch);
  await context.definitions.ensure(
    context.work.states.values(),
    batch.flatMap(({ command: { body } }) => namedBy(body)),
  );
  return numbers;
}
