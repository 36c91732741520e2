/** Operators and designers at work: bulk jobs, cancelled runs, pauses, revisions, secrets. */
import { randomUUID } from "node:crypto";
import type { AnyDocument } from "@sluice/schemas";
import { agentIds } from "./crash-house.ts";
import { type Desk, note, someTicket } from "./desk.ts";
import { type BulkOrder, noteAnswer } from "./ledger.ts";

const bulkActions = [
  { type: "reroute" },
  { type: "reclassify" },
  { type: "resolve" },
  { type: "transfer", group: "back" },
  { type: "assign", agents: agentIds },
] as const;

function newBulk(desk: Desk): BulkOrder {
  const tickets = Array.from({ length: desk.random.between(5, 40) }, () => someTicket(desk) ?? "");
  return {
    idempotencyKey: randomUUID(),
    ids: [...new Set(tickets)],
    do: desk.random.pick(bulkActions) ?? bulkActions[0],
  };
}

/** Begins a job on many tickets; one that was never answered is sent again as it was, one that was may be cancelled. */
export async function bulk(desk: Desk): Promise<void> {
  const { client, ledger, random } = desk;
  if (ledger.tickets.size === 0) return;
  const open = [...ledger.bulk.unanswered.values()];
  await sendBulk(desk, (random.chance(0.4) ? random.pick(open) : undefined) ?? newBulk(desk));
  const begun = random.chance(0.2) ? [...ledger.bulk.answered.values()].at(-1) : undefined;
  if (begun) note(desk, await client.call("DELETE", `/tickets/bulk/${begun.id}`), "cancel bulk");
}

/** Sends one job and notes which it became. */
export async function sendBulk(desk: Desk, order: BulkOrder): Promise<void> {
  const { client, ledger } = desk;
  const { idempotencyKey: key, ...body } = order;
  ledger.bulk.unanswered.set(key, order);
  const answer = note(
    desk,
    await client.call("POST", "/tickets/bulk", body, { "idempotency-key": key }),
    "bulk",
  );
  if (answer === null || answer.status >= 500) return;
  if (answer.status >= 300) return void ledger.contradictions.push(`bulk ${key} refused: ${answer.text}`);
  const known = ledger.bulk.answered.get(key);
  if (known && known.id !== answer.body.id)
    ledger.contradictions.push(`bulk ${key} was ${known.id}, now ${answer.body.id}`);
  noteAnswer(ledger.bulk, key, { id: answer.body.id, total: answer.body.total });
}

/** Cancels one of the newest runs; those that it called go with it. */
export async function cancelRun(desk: Desk): Promise<void> {
  const answer = note(desk, await desk.client.call("GET", "/runs?status=active"), "runs");
  const run = desk.random.pick<{ id: string; workflow: string }>(answer?.body?.items ?? []);
  // What a webhook or a schedule has begun is followed to its end by the ledger.
  if (run === undefined || !["fork", "parcels", "opinion", "follow-up"].includes(run.workflow)) return;
  note(desk, await desk.client.call("POST", `/runs/${run.id}/cancel`), "cancel run");
}

/** What may be held for a moment without stopping what the ledger waits for. */
const holdable = [
  { kind: "engine" },
  { kind: "action", key: "http.request" },
  { kind: "workflow", key: "opinion" },
] as const;

/** Holds something, and lets everything go on a moment later, unless the server dies meanwhile. */
export async function hold(desk: Desk): Promise<void> {
  const what = desk.random.pick(holdable);
  const paused = { ...what, paused: true, reason: "a look at it" };
  note(desk, await desk.client.call("POST", "/operations/pause", paused), "pause");
  await letGo(desk);
}

/** Lets everything go on that is held. */
export async function letGo(desk: Desk): Promise<void> {
  for (const what of holdable)
    note(desk, await desk.client.call("POST", "/operations/pause", { ...what, paused: false }), "resume");
}

/** A new revision of a workflow under way, which differs by its description alone: open runs keep theirs. */
export async function publish(desk: Desk): Promise<void> {
  const { client, ledger, random } = desk;
  const key = random.pick(["fork", "parcels", "clock-all"]);
  const found = note(desk, await client.call("GET", `/documents/workflow/${key}`), "document");
  const live = found?.body?.live as AnyDocument | undefined;
  if (live === undefined) return;
  const mark = `d-${randomUUID()}`;
  const body = { documents: [{ ...live, description: mark }] };
  const answer = note(desk, await client.call("POST", "/documents/import?publish=true", body), "publish");
  if (answer?.status === 200) ledger.published.push(mark);
}

/** A secret of a plugin that nobody asks for it. */
export async function secret(desk: Desk): Promise<void> {
  const name = `s-${randomUUID()}`;
  const body = { value: randomUUID() };
  const answer = note(desk, await desk.client.call("PUT", `/secrets/notify/${name}`, body), "secret");
  if (answer?.status === 204) desk.ledger.secrets.push(name);
}
