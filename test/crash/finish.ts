/** The end of a story: everything that was sent is answered, nothing is held any more, and no schedule brings more. */
import { expect } from "vitest";
import { agentIds } from "./crash-house.ts";
import { schedules } from "./crash-workflows.ts";
import type { Desk } from "./desk.ts";
import { letGo, sendBulk } from "./operators.ts";
import { sendCall } from "./outsiders.ts";
import { sendOrder } from "./traffic.ts";

/** Sends again what was never answered, brings everybody online and takes the schedules away. */
export async function finish(desk: Desk): Promise<void> {
  const { client, ledger } = desk;
  await letGo(desk);
  for (const order of [...ledger.unanswered.values()]) await sendOrder(desk, order);
  for (const mark of [...ledger.calls.unanswered.values()]) await sendCall(desk, mark);
  for (const order of [...ledger.bulk.unanswered.values()]) await sendBulk(desk, order);
  const left = [ledger.unanswered, ledger.calls.unanswered, ledger.bulk.unanswered].map(({ size }) => size);
  expect(left, "everything is answered in the end").toEqual([0, 0, 0]);
  for (const id of agentIds) await client.must("PUT", `/agents/${id}/presence`, { presence: "online" });
  for (const key of Object.keys(schedules)) await client.must("DELETE", `/documents/workflow/${key}`);
}
