import { expect, it } from "vitest";
import { createTryClient } from "./try-client.ts";
import type { TriedTicket, TryReply, TryRequest } from "./try-message.ts";

function line() {
  const sent: TryRequest[] = [];
  let listener: (reply: TryReply) => void = () => undefined;
  const heard: number[] = [];
  const client = createTryClient(
    {
      send: (request) => sent.push(request),
      onReply: (next) => {
        listener = next;
      },
      close: () => undefined,
    },
    ({ id }) => heard.push(id),
  );
  const reply = (id: number) => listener({ id, fresh: true, answer: null, fault: null, traces: [] });
  return { client, sent, heard, reply };
}

const ticket = (subject: string): TriedTicket => ({
  input: { channel: "web", subject, customer: { id: "c" } },
  known: {},
  facts: {},
  at: 0,
});

it("asks one thing at a time and gathers what changes meanwhile; the latest wins", () => {
  const { client, sent, heard, reply } = line();
  client.change({ ticket: ticket("退") });
  client.change({ ticket: ticket("退款") });
  client.change({ look: [1, 2] });
  client.change({ ticket: null });
  expect(sent).toHaveLength(1);
  reply(1);
  expect(sent.slice(1)).toEqual([{ id: 2, look: [1, 2], ticket: null }]);
  reply(2);
  expect(sent).toHaveLength(2);
  expect(heard).toEqual([1, 2]);
});

it("drops an answer that nobody waits for", () => {
  const { client, heard, reply } = line();
  reply(7);
  client.change({ look: [] });
  reply(7);
  expect(heard).toEqual([]);
  reply(1);
  expect(heard).toEqual([1]);
});
