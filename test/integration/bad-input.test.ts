/**
 * Bad input, on every route that takes a body: refused with problem+json that says where, nothing stored, nothing
 * crashed. The routes are the server's own list, so that a new one is tested the day it appears.
 */
import type { RouteEntry } from "@sluice/api";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringOnline, furnish } from "../support/house.ts";
import { createTickets } from "../support/requests.ts";
import { bootstrapKey, type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { smallHouse } from "../support/small-house.ts";
import { rowCounts } from "../support/stored.ts";

const headers = { authorization: `Bearer ${bootstrapKey}`, "content-type": "application/json" };
const deep = `${'{"a":['.repeat(50_000)}${"]}".repeat(50_000)}`;

/** Bodies that no route takes. */
const hostile: readonly (readonly [what: string, body: string])[] = [
  ["text instead of an object", '"text"'],
  ["a number instead of an object", "5"],
  ["true instead of an object", "true"],
  ["a list of the wrong things", "[1,2,3]"],
  ["an unknown property", '{"nobody-knows-this":1}'],
  ["broken JSON", '{"a":'],
  ["two values", "{} {}"],
  ["a comment", "{/* */}"],
  ["NaN", '{"a":NaN}'],
  ["only blanks", "   "],
  ["a NUL", "\u0000"],
  ["__proto__", '{"__proto__":{"admin":true}}'],
  ["escaped __proto__", '{"\\u005f_proto__":{"admin":true}}'],
  ["constructor", '{"constructor":{"prototype":{"admin":true}}}'],
  ["nested prototype", '{"spec":{"a":[{"prototype":1}]}}'],
  ["100,000 levels", deep],
];

/** Routes whose answer does not depend on a body: they read none. */
const bodiless = /\/(?:logout|release|retry|skip|cancel|restore|validate)$/;

describe("bad input", () => {
  let server: TestServer;
  let routes: readonly RouteEntry[];
  let places: Readonly<Record<string, string>>;

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server, smallHouse);
    await bringOnline(server, ["a1"]);
    const [ticket] = await createTickets(server, 1);
    places = { id: ticket.id, kind: "workflow", key: "intake" };
    routes = server.server.app.routeTable.filter(
      ({ method, url }) => ["POST", "PUT", "PATCH"].includes(method) && url.startsWith("/api/v1"),
    );
  });
  afterAll(() => server.stop());

  const addressOf = ({ url }: RouteEntry): string =>
    url.replaceAll(/:(\w+)/g, (_, name: string) => places[name] ?? "a1");

  const send = (route: RouteEntry, body: string, more: Record<string, string> = {}): Promise<Reply> =>
    server.raw(route.method, addressOf(route), body, { ...headers, ...more });

  function expectProblem(reply: Reply, what: string): void {
    expect(reply.status, `${what}: ${reply.text.slice(0, 500)}`).toBeGreaterThanOrEqual(400);
    expect(reply.status, `${what}: ${reply.text.slice(0, 500)}`).toBeLessThan(500);
    expect(reply.headers["content-type"], what).toContain("application/problem+json");
    expect(reply.body, what).toMatchObject({
      status: reply.status,
      code: expect.any(String),
      errors: expect.any(Array),
    });
  }

  /** What requests leave behind even when they are refused is no state of the house. */
  const stored = () => rowCounts(server);

  it("finds the routes", () => expect(routes.length).toBeGreaterThan(30));

  it.each(hostile)("%s is refused everywhere, and stored nowhere", async (what, body) => {
    const before = await stored();
    for (const route of routes) {
      if (bodiless.test(route.url)) continue;
      expectProblem(await send(route, body), `${route.method} ${route.url}, ${what}`);
    }
    expect(await stored()).toEqual(before);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  it("routes that read no body do not stumble over one", async () => {
    for (const route of routes.filter(({ url }) => bodiless.test(url)))
      for (const [what, body] of hostile) {
        const { status } = await send(route, body);
        expect(status, `${route.method} ${route.url}, ${what}`).toBeLessThan(500);
      }
  });

  it("ten megabytes are refused before they are read", async () => {
    const before = await stored();
    const huge = JSON.stringify({ subject: "x".repeat(10 * 1_048_576) });
    for (const route of routes) {
      if (bodiless.test(route.url)) continue;
      const reply = await send(route, huge);
      expectProblem(reply, `${route.method} ${route.url}`);
      if (!/import|batch/.test(route.url)) expect([413, 429]).toContain(reply.status);
    }
    expect(await stored()).toEqual(before);
  });

  it("another media type is refused", async () => {
    for (const route of routes) {
      if (bodiless.test(route.url)) continue;
      expectProblem(
        await send(route, "a=1", { "content-type": "application/x-www-form-urlencoded" }),
        route.url,
      );
    }
  });

  const base = { channel: "web", subject: "x", customer: { id: "c" } };
  const document = (spec: object, kind = "sla") => ({ kind, key: "d", name: "n", formatVersion: 1, spec });
  const faults: readonly (readonly [
    what: string,
    method: string,
    path: string,
    body: unknown,
    place: string,
  ])[] = [
    ["no subject", "POST", "/tickets", { channel: "web", customer: { id: "c" } }, ""],
    ["a customer without id", "POST", "/tickets", { ...base, customer: {} }, "/customer"],
    [
      "a wrong type deep inside",
      "POST",
      "/tickets",
      { ...base, order: { id: "o", amount: "12" } },
      "/order/amount",
    ],
    [
      "a number beyond all numbers",
      "POST",
      "/tickets",
      '{"channel":"web","subject":"x","customer":{"id":"c","annualSpend":1e999}}',
      "/customer/annualSpend",
    ],
    ["an unknown priority", "POST", "/tickets", { ...base, priority: "P9" }, "/priority"],
    ["31 February", "POST", "/tickets", { ...base, createdAt: "2026-02-31T00:00:00Z" }, "/createdAt"],
    ["25 o'clock", "POST", "/tickets", { ...base, createdAt: "2026-02-01T25:00:00Z" }, "/createdAt"],
    [
      "a date without an offset",
      "POST",
      "/tickets",
      { ...base, createdAt: "2026-02-01T10:00:00" },
      "/createdAt",
    ],
    ["NaN as a date", "POST", "/tickets", { ...base, createdAt: "NaN" }, "/createdAt"],
    [
      "201 tags",
      "POST",
      "/tickets",
      { ...base, tags: Array.from({ length: 201 }, (_, i) => `t${i}`) },
      "/tags",
    ],
    [
      "an unknown kind of document",
      "POST",
      "/documents/import",
      { documents: [document({}, "wizard")] },
      "/documents/0/kind",
    ],
    [
      "an SLA policy without tiers",
      "POST",
      "/documents/import",
      { documents: [document({ calendar: "24x7" })] },
      "/documents/0/spec",
    ],
    [
      "an unknown calendar",
      "POST",
      "/preview/sla-clock",
      { calendar: "nowhere", start: "2026-01-01T00:00:00Z", target: "PT1H" },
      "/calendar",
    ],
    [
      "30 February as a start",
      "POST",
      "/preview/sla-clock",
      { calendar: "office", start: "2026-02-30T00:00:00Z", target: "PT1H" },
      "/start",
    ],
    [
      "30 February in a pause",
      "POST",
      "/preview/sla-clock",
      {
        calendar: "office",
        start: "2026-02-01T00:00:00Z",
        target: "PT1H",
        pauses: [["2026-02-30T00:00:00Z", null]],
      },
      "/pauses/0/0",
    ],
    [
      "a target of nothing",
      "POST",
      "/preview/sla-clock",
      { calendar: "office", start: "2026-02-01T00:00:00Z", target: "PT0S" },
      "/target",
    ],
    [
      "a target of ages",
      "POST",
      "/preview/sla-clock",
      { calendar: "office", start: "2026-02-01T00:00:00Z", target: `P${"9".repeat(30)}D` },
      "/target",
    ],
    ["an empty all", "POST", "/preview/conditions", { when: { all: [] }, facts: {} }, "/when/all"],
    [
      "an unknown operator",
      "POST",
      "/preview/conditions",
      { when: { fact: "ticket.subject", operator: "is", value: 1 }, facts: {} },
      "/when",
    ],
    [
      "an unknown event",
      "POST",
      "/simulate",
      { ticket: base, events: [{ after: "PT1M", explode: {} }] },
      "/events/0",
    ],
    ["a simulation of ages", "POST", "/simulate", { ticket: base, follow: `P${"9".repeat(30)}D` }, "/follow"],
    ["31 April as now", "POST", "/simulate", { ticket: base, at: "2026-04-31T00:00:00Z" }, "/at"],
    ["a clock set to 31 April", "POST", "/sandbox/clock", { set: "2026-04-31T00:00:00Z" }, "/set"],
    [
      "an agent with a negative capacity",
      "PUT",
      "/agents/a1",
      { id: "a1", name: "a1", groups: ["front"], capacity: { chat: -1, ticket: 1 } },
      "/capacity/chat",
    ],
    [
      "an agent under another's address",
      "PUT",
      "/agents/a1",
      { id: "a2", name: "a2", groups: [], capacity: { chat: 1, ticket: 1 } },
      "/id",
    ],
    ["an unknown presence", "PUT", "/agents/a1/presence", { presence: "asleep" }, "/presence"],
    ["a key in capitals", "POST", "/groups", { key: "ABC", label: { zh: "a", en: "a" } }, "/key"],
    [
      "days below zero",
      "PUT",
      "/settings/workspace",
      { name: "w", timezone: "Asia/Shanghai", closedFinalDays: -1 },
      "/closedFinalDays",
    ],
    ["an unknown role", "POST", "/users", { name: "u", password: "a-long-password", role: "king" }, "/role"],
  ];

  it.each(faults)("%s is told at its place", async (what, method, path, body, place) => {
    const before = await stored();
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const reply = await server.raw(method, `/api/v1${path}`, text, headers);
    expectProblem(reply, what);
    const paths = (reply.body.errors as { path: string }[]).map((error) => error.path);
    expect(paths.includes(place), `${what}: ${JSON.stringify(reply.body)}`).toBe(true);
    expect(await stored()).toEqual(before);
  });

  it("rare characters come back as they went in", async () => {
    const texts = [
      "𠮷野家㐂び",
      "👩‍👩‍👧‍👦🇨🇳",
      "ｶﾞ é e\u0301",
      "\u202Eevil\u202C",
      "\u0001\u001f\u007f",
      "'; DROP TABLE tickets; --",
      "{{ 7 | times: 7 }}",
      "%s%n\\u0000",
    ];
    for (const text of texts) {
      const made = await server.must("POST", "/tickets", {
        ...base,
        subject: text,
        body: text,
        customer: { id: text },
      });
      const read = await server.must("GET", `/tickets/${made.id}`);
      expect([read.subject, read.body, read.customer.id]).toEqual([text, text, text]);
    }
  });

  it("half of a character becomes the replacement character", async () => {
    const halves = [
      ["\\ud83d", "\ufffd"],
      ["\\udc00\\ud83d", "\ufffd\ufffd"],
      ["a\\ud800b", "a\ufffdb"],
    ];
    for (const [half, whole] of halves) {
      const text = `{"channel":"web","subject":"${half}","customer":{"id":"${half}"}}`;
      const reply = await server.raw("POST", "/api/v1/tickets", text, headers);
      expect(reply.status, reply.text).toBe(201);
      const read = await server.must("GET", `/tickets/${reply.body.id}`);
      expect([read.subject, read.customer.id]).toEqual([whole, whole]);
    }
  });

  it("500 random bodies on random routes never cause a fault of ours", async () => {
    const word = fc.oneof(
      fc.constantFrom(
        "id",
        "key",
        "kind",
        "spec",
        "name",
        "channel",
        "subject",
        "customer",
        "documents",
        "ticket",
        "when",
        "facts",
        "agent",
        "status",
        "fields",
        "label",
        "text",
        "author",
      ),
      fc.string({ maxLength: 8 }),
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.constantFrom(
          null,
          true,
          0,
          -1,
          1e308,
          "",
          "a1",
          "intake",
          "open",
          "PT1H",
          "P1D",
          "2026-02-31T00:00:00Z",
          "workflow",
          "{{ x",
          "\u0000",
          "𠮷",
        ),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(word, tie("value"), { maxKeys: 5 }),
      ),
    }));
    // The clock and the sign-in are shared by the whole server: a random instant would move every ticket.
    const open = routes.filter(({ url }) => !/sandbox|login/.test(url));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...open), value, async (route, body) => {
        const reply = await send(route, JSON.stringify(body));
        if (reply.status >= 400) expectProblem(reply, `${route.method} ${route.url} ${JSON.stringify(body)}`);
        else expect(reply.status).toBeLessThan(300);
      }),
      { numRuns: 500 },
    );
  });

  it("is as well as before", async () => {
    expect((await server.raw("GET", "/healthz")).status).toBe(200);
    const [ticket] = await createTickets(server, 1);
    expect(ticket.runs.length).toBeGreaterThan(0);
  });
});
