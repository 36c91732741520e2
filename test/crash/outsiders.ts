/** Those outside of the house: systems that call its webhook or tell an event, customers who rate. */
import { randomUUID } from "node:crypto";
import type { Client } from "./client.ts";
import { parcelEvent, webhookPath } from "./crash-workflows.ts";
import { type Desk, note } from "./desk.ts";
import { noteAnswer } from "./ledger.ts";

/** The webhook's token: made from a key in the data folder, so it is the same in every life of the server. */
const tokens = new WeakMap<Client, Promise<string | null>>();

async function readToken(client: Client): Promise<string | null> {
  const answer = await client.call("GET", "/webhooks");
  return answer?.body?.items?.[0]?.token ?? null;
}

function tokenOf(client: Client): Promise<string | null> {
  const known = tokens.get(client) ?? readToken(client);
  tokens.set(client, known);
  return known;
}

/** Calls with a mark, which is the call's key too; one that was never answered is sent again as it was. */
export async function callWebhook(desk: Desk): Promise<void> {
  const { ledger, random } = desk;
  const open = [...ledger.calls.unanswered.values()];
  await sendCall(desk, (random.chance(0.4) ? random.pick(open) : undefined) ?? `call-${randomUUID()}`);
}

/** Sends one call and notes the run that it was told. */
export async function sendCall(desk: Desk, mark: string): Promise<void> {
  const { client, ledger } = desk;
  const token = await tokenOf(client);
  if (token === null) return void tokens.delete(client);
  ledger.calls.unanswered.set(mark, mark);
  const headers = { "sluice-token": token, "idempotency-key": mark };
  const answer = note(
    desk,
    await client.outside(`/api/v1/webhooks/${webhookPath}`, { mark }, headers),
    "webhook",
  );
  if (answer?.status === 202 || answer?.status === 200) noteAnswer(ledger.calls, mark, answer.body.runs);
  else if (answer && answer.status < 500 && answer.status !== 429)
    ledger.contradictions.push(`call ${mark} refused: ${answer.text}`);
}

const link = /\/api\/v1\/public\/survey\/([\w-]+)/g;

/** A ticket is resolved, and its customer follows the newest link. */
export async function rate(desk: Desk, ticket: string): Promise<void> {
  const { client, ledger, random } = desk;
  note(desk, await client.call("PATCH", `/tickets/${ticket}`, { status: "resolved" }), "resolve");
  const seen = note(desk, await client.call("GET", `/tickets/${ticket}`), "ticket");
  const token = [...(seen?.text ?? "").matchAll(link)].at(-1)?.[1];
  if (token === undefined) return;
  const score = random.between(1, 5);
  const answer = note(desk, await client.outside(`/api/v1/public/survey/${token}`, { score }), "survey");
  if (answer?.status === 200) ledger.scores.push({ token, score });
}

/** An event of the house's own, which forks wait for. */
export async function customEvent(desk: Desk, ticket: string): Promise<void> {
  const body = { name: parcelEvent, data: { grams: desk.random.between(1, 900) } };
  note(desk, await desk.client.call("POST", `/tickets/${ticket}/events`, body), "event");
}
