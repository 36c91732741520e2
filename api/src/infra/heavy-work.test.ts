import { once } from "node:events";
import type { AddressInfo } from "node:net";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createHeavyWork } from "./heavy-work.ts";

/** One piece of work under way: seen from inside, ended by the test. */
interface Piece {
  readonly gone: AbortSignal;
  end(): void;
}

let pieces: Piece[];
let app: FastifyInstance;
let url: string;

beforeEach(async () => {
  pieces = [];
  app = Fastify();
  const heavy = createHeavyWork({ slots: 2, waiting: 2 });
  app.setErrorHandler((error: Error & { status?: number; code?: string; retryAfter?: number }, _, reply) =>
    reply.code(error.status ?? 500).send({ code: error.code, retryAfter: error.retryAfter }),
  );
  app.get("/", (_, reply) =>
    heavy.run(reply, (gone) => new Promise((resolve) => pieces.push({ gone, end: () => resolve({}) }))),
  );
  await app.listen({ port: 0, host: "127.0.0.1" });
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  for (const piece of pieces) piece.end();
  await app.close();
});

/** Asks, and goes on when the server has the request; the answer comes into the list. */
async function ask(answers: Promise<Response>[], signal?: AbortSignal): Promise<void> {
  const arrived = once(app.server, "request");
  const answer = fetch(url, signal ? { signal } : {});
  answer.catch(() => {});
  answers.push(answer);
  await arrived;
}

const started = (count: number) => expect.poll(() => pieces.length).toBe(count);

test("two at a time, two wait, one more is sent away with a time to come back", async () => {
  const answers: Promise<Response>[] = [];
  for (let n = 0; n < 4; n += 1) await ask(answers);
  await started(2);
  const fifth = await fetch(url);
  expect(fifth.status).toBe(503);
  expect(await fifth.json()).toEqual({ code: "service.unavailable", retryAfter: 5 });
  pieces[0]?.end();
  await started(3);
  for (const piece of pieces) piece.end();
  await started(4);
  pieces[3]?.end();
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});

test("work is told when its caller has gone, and a caller who goes while waiting gives up the place", async () => {
  const [first, third] = [new AbortController(), new AbortController()];
  const answers: Promise<Response>[] = [];
  await ask(answers, first.signal);
  await ask(answers);
  await ask(answers, third.signal);
  await ask(answers);
  await started(2);
  third.abort();
  first.abort();
  await expect.poll(() => pieces[0]?.gone.aborted).toBe(true);
  expect(pieces[1]?.gone.aborted).toBe(false);
  pieces[0]?.end();
  await started(3);
  for (const piece of pieces) piece.end();
  const ends = await Promise.allSettled(answers);
  expect(ends.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "rejected", "fulfilled"]);
  expect(pieces).toHaveLength(3);
});

test("work that fails gives its slot back", async () => {
  const heavy = createHeavyWork({ slots: 1, waiting: 0 });
  const failing = Fastify();
  failing.get("/", (_, reply) => heavy.run(reply, () => Promise.reject(new Error("broken"))));
  for (let n = 0; n < 3; n += 1)
    expect((await failing.inject("/")).json()).toMatchObject({ message: "broken" });
});
