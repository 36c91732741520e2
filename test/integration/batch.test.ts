/** `POST /tickets/batch` and repeated requests: in order, one by one, and once. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringOnline, furnish } from "../support/house.ts";
import { type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { smallHouse } from "../support/small-house.ts";
import { rowCounts } from "../support/stored.ts";

type Body = Reply["body"];

const line = (subject: string, rest: object = {}): string =>
  JSON.stringify({ channel: "web", subject, customer: { id: `c-${subject}` }, ...rest });

describe("tickets in bulk", () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server, smallHouse);
    await bringOnline(server, ["a1", "a2", "b1"]);
  });
  afterAll(() => server.stop());

  async function send(lines: readonly string[]): Promise<readonly Body[]> {
    const reply = await server.call("POST", "/tickets/batch", lines.join("\n"), {
      "content-type": "application/x-ndjson",
    });
    expect(reply.status).toBe(200);
    expect(reply.headers["content-type"]).toContain("ndjson");
    const answers = reply.text.split("\n").filter((text) => text !== "");
    return answers.map((text) => JSON.parse(text) as Body);
  }

  const stored = async (): Promise<number> => (await rowCounts(server)).tickets ?? 0;

  it("answers every line in its place", async () => {
    const subjects = Array.from({ length: 700 }, (_, index) => `order-${index}`);
    const answers = await send(subjects.map((subject) => line(subject)));
    expect(answers.map(({ ticket, subject }) => (ticket ?? { subject }).subject)).toEqual(subjects);
    expect(await stored()).toBe(700);
  });

  it("one bad line does not harm its neighbours, and is told where it is wrong", async () => {
    const before = await stored();
    const bad = [
      "not json",
      '{"channel":"web"}',
      line("date", { createdAt: "2026-02-31T00:00:00Z" }),
      '{"__proto__":{"a":1},"channel":"web","subject":"x","customer":{"id":"c"}}',
      `${"[".repeat(5_000)}${"]".repeat(5_000)}`,
      "5",
      "null",
      line("huge", { body: "x".repeat(1_100_000) }),
    ];
    const lines = bad.flatMap((text, index) => [line(`good-${index}`), text]);
    const answers = await send([...lines, line("last")]);
    expect(answers).toHaveLength(lines.length + 1);
    expect((await stored()) - before).toBe(bad.length + 1);
    for (const [index, answer] of answers.entries()) {
      const problem = answer.error ?? answer;
      if (index % 2 === 1)
        expect(problem.status, JSON.stringify(answer).slice(0, 300)).toBeGreaterThanOrEqual(400);
      if (index % 2 === 1) expect(problem.status).toBeLessThan(500);
      else expect((answer.ticket ?? answer).id).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it("knows a ticket by channel and externalId, within a batch and after it", async () => {
    const before = await stored();
    const answers = await send([
      line("first", { externalId: "E-1" }),
      line("again", { externalId: "E-1" }),
      line("other channel", { externalId: "E-1", channel: "mail" }),
      line("other letter case", { externalId: "e-1" }),
    ]);
    const ids = answers.map((answer) => (answer.ticket ?? answer).id);
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(3);
    const single = await server.call(
      "POST",
      "/tickets",
      JSON.parse(line("once more", { externalId: "E-1" })),
    );
    expect([single.status, single.body.id, single.body.subject]).toEqual([200, ids[0], "first"]);
    expect((await stored()) - before).toBe(3);
  });

  it("does a request with an Idempotency-Key once, also when both arrive at the same time", async () => {
    const before = await stored();
    const headers = { "idempotency-key": "key-1" };
    const body = JSON.parse(line("idempotent")) as object;
    const both = await Promise.all([1, 2, 3].map(() => server.call("POST", "/tickets", body, headers)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(new Set(both.map((reply) => reply.body.id)).size).toBe(1);
    const later = await server.call("POST", "/tickets", body, headers);
    expect([later.status, later.body.id]).toEqual([200, both[0]?.body.id]);
    const other = await server.call("POST", "/tickets", { ...body, subject: "another" }, headers);
    expect([other.status, other.body.code]).toEqual([422, "request.idempotency-mismatch"]);
    expect((await stored()) - before).toBe(1);
  });

  it("takes a message that its channel delivers twice once, by its externalId on the ticket", async () => {
    const { id } = (await server.must("POST", "/tickets", JSON.parse(line("twice")))) as { id: string };
    const message = { author: "customer", text: "还在吗", externalId: "m-1" };
    const replies = await Promise.all(
      [1, 2, 3].map(() => server.call("POST", `/tickets/${id}/messages`, message)),
    );
    expect(replies.every(({ status }) => status === 201 || status === 200)).toBe(true);
    await server.must("POST", `/tickets/${id}/messages`, { ...message, externalId: "m-2" });
    const { messages } = (await server.must("GET", `/tickets/${id}`)) as { messages: readonly unknown[] };
    expect(messages).toHaveLength(2);
  });
});
