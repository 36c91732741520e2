/**
 * The day at the desk, compressed: several connections that create, write, change, claim, assign, answer, come and go,
 * while other systems call, customers rate and operators work on many tickets at once.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { agentIds, channels } from "./crash-house.ts";
import { type Desk, note, someTicket } from "./desk.ts";
import { noteSent, noteStatus, noteTicket, type Order } from "./ledger.ts";
import { bulk, cancelRun, hold, publish, secret } from "./operators.ts";
import { callWebhook, customEvent, rate } from "./outsiders.ts";
import type { Random } from "./random.ts";

const customers = 40;

function newOrder(random: Random): Order {
  const subject = `${random.chance(0.3) ? "退款" : "物流"} ${randomUUID()}`;
  const named = random.chance(0.8);
  return {
    idempotencyKey: !named || random.chance(0.5) ? randomUUID() : null,
    channel: random.pick(channels) ?? "taobao",
    externalId: named ? `x-${randomUUID()}` : null,
    subject,
    customer: `c${random.between(1, customers)}`,
  };
}

const toInput = ({ channel, externalId, subject, customer }: Order) => ({
  channel,
  subject,
  customer: { id: customer },
  ...(externalId === null ? {} : { externalId }),
});

/** Sends an order; one that was never answered is sent again as it was. */
async function order(desk: Desk): Promise<void> {
  const { client, ledger, random } = desk;
  const open = [...ledger.unanswered.values()];
  const chosen = (random.chance(0.4) ? random.pick(open) : undefined) ?? newOrder(random);
  await sendOrder({ client, ledger, random }, chosen);
}

/** Sends one order and notes what came of it. */
export async function sendOrder(desk: Desk, chosen: Order): Promise<void> {
  noteSent(desk.ledger, chosen);
  const headers = chosen.idempotencyKey === null ? {} : { "idempotency-key": chosen.idempotencyKey };
  const answer = note(
    desk,
    await desk.client.call("POST", "/tickets", toInput(chosen), headers),
    "POST /tickets",
  );
  if (answer === null) return;
  if (answer.status === 201 || answer.status === 200) noteTicket(desk.ledger, chosen, answer.body.id);
  else if (answer.status < 500) desk.ledger.contradictions.push(`${chosen.subject} refused: ${answer.text}`);
}

/** A batch names every ticket: what has no key cannot be sent again. */
async function batch(desk: Desk): Promise<void> {
  const orders = Array.from({ length: desk.random.between(5, 50) }, () => ({
    ...newOrder(desk.random),
    idempotencyKey: null,
    externalId: `x-${randomUUID()}`,
  }));
  for (const each of orders) noteSent(desk.ledger, each);
  const results = await desk.client.batch(orders.map(toInput));
  for (const [index, result] of results.entries()) {
    const sent = orders[index];
    if (!sent || result === undefined) continue;
    noteStatus(desk.ledger, result.status);
    if (result.ticket) noteTicket(desk.ledger, sent, result.ticket.id);
    else if (result.status >= 500 && result.status !== 503)
      desk.ledger.contradictions.push(`batch: ${JSON.stringify(result)}`);
  }
}

async function message(desk: Desk, ticket: string): Promise<void> {
  const mark = `m-${randomUUID()}`;
  const body = { author: desk.random.chance(0.4) ? "customer" : "agent", text: mark };
  const answer = note(desk, await desk.client.call("POST", `/tickets/${ticket}/messages`, body), "message");
  if (answer?.status === 201) desk.ledger.messages.push({ ticket, mark });
}

async function change(desk: Desk, ticket: string): Promise<void> {
  const mark = `t-${randomUUID()}`;
  const status = desk.random.pick(["open", "pending_customer", "on_hold", "resolved", undefined]);
  const body = { addTags: [mark], ...(status === undefined ? {} : { status }) };
  const answer = note(desk, await desk.client.call("PATCH", `/tickets/${ticket}`, body), "change");
  if (answer?.status === 200) desk.ledger.tags.push({ ticket, mark });
}

async function claim(desk: Desk, ticket: string): Promise<void> {
  const agent = desk.random.pick(agentIds);
  const path = desk.random.chance(0.7) ? "/pools/general/claim" : `/tickets/${ticket}/claim`;
  note(desk, await desk.client.call("POST", path, { agent }), "claim");
}

async function assign(desk: Desk, ticket: string): Promise<void> {
  const { random, client } = desk;
  const what = random.pick([
    ["assign", { agent: random.pick(agentIds) }],
    ["transfer", { group: random.pick(["desk", "back"]) }],
    ["release", undefined],
  ] as const);
  if (what) note(desk, await client.call("POST", `/tickets/${ticket}/${what[0]}`, what[1]), what[0]);
}

async function presence(desk: Desk): Promise<void> {
  const body = { presence: desk.random.pick(["online", "online", "online", "break", "offline"]) };
  note(
    desk,
    await desk.client.call("PUT", `/agents/${desk.random.pick(agentIds)}/presence`, body),
    "presence",
  );
}

/** Takes one of a list and answers it: a task is completed, an incident retried or skipped. */
async function answerOne(desk: Desk, list: string, how: (id: string) => [string, unknown]): Promise<void> {
  const answer = note(desk, await desk.client.call("GET", list), list);
  const id = desk.random.pick<{ id: string }>(answer?.body?.items ?? [])?.id;
  if (id === undefined) return;
  const [path, body] = how(id);
  note(desk, await desk.client.call("POST", path, body), path);
}

const task = (desk: Desk) =>
  answerOne(desk, "/tasks", (id) => [`/tasks/${id}/complete`, { outcome: "good" }]);

const incident = (desk: Desk) =>
  answerOne(desk, "/incidents", (id) => [
    `/incidents/${id}/${desk.random.chance(0.5) ? "retry" : "skip"}`,
    undefined,
  ]);

const onTicket = (work: (desk: Desk, ticket: string) => Promise<void>) => async (desk: Desk) => {
  const ticket = someTicket(desk);
  if (ticket !== undefined) await work(desk, ticket);
};

/** What may happen next, with its weight. */
const acts: readonly (readonly [number, (desk: Desk) => Promise<void>])[] = [
  [40, order],
  [4, batch],
  [14, onTicket(message)],
  [14, onTicket(change)],
  [8, onTicket(claim)],
  [8, onTicket(assign)],
  [4, presence],
  [6, task],
  [3, incident],
  [8, callWebhook],
  [6, onTicket(rate)],
  [6, onTicket(customEvent)],
  [2, bulk],
  [1, cancelRun],
  [0.5, hold],
  [0.4, publish],
  [0.4, secret],
];

const total = acts.reduce((sum, [weight]) => sum + weight, 0);

function nextAct(random: Random): (desk: Desk) => Promise<void> {
  let left = random.next() * total;
  for (const [weight, act] of acts) {
    left -= weight;
    if (left < 0) return act;
  }
  return order;
}

/** Works on `connections` at once until `signal` says that the server is gone. */
export async function runTraffic(desk: Desk, connections: number, signal: AbortSignal): Promise<void> {
  const worker = async () => {
    while (!signal.aborted) {
      await nextAct(desk.random)(desk);
      await sleep(desk.random.between(0, 25));
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
}
