/** What publishing would touch, asked before it is published, and held against what publishing then does. */
import type { AnyDocument } from "@sluice/schemas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { furnish } from "../support/house.ts";
import { createTickets } from "../support/requests.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import { houseWith, smallHouse } from "../support/small-house.ts";
import { rowCounts } from "../support/stored.ts";

const hour = 3_600_000;
/** Monday 10:00 in Shanghai; the office is open from 9 to 18. */
const at = Date.parse("2026-03-02T10:00:00+08:00");
const iso = (ms: number): string => new Date(ms).toISOString();

const sla = (targets: object): AnyDocument => ({
  kind: "sla",
  key: "default",
  name: "默认 SLA",
  formatVersion: 1,
  spec: { calendar: "office", tiers: [{ id: "standard", targets: targets as never }] },
});

/** P2 gets four hours to answer in the place of one; P3 stays, and nobody has a resolution any more. */
const looser = sla({ P2: { firstResponse: "PT4H" }, P3: { firstResponse: "PT2H" } });

const waiting = (stage: string): AnyDocument => ({
  kind: "workflow",
  key: "patience",
  name: "等待",
  formatVersion: 1,
  spec: {
    nodes: [
      { id: "start", type: "trigger", config: { on: "ticket.created" } },
      { id: "wait", type: "wait", config: { for: "P30D" } },
      { id: "then", type: "update", config: { stage } },
    ],
    edges: [
      { id: "e1", source: "start", sourcePort: "out", target: "wait" },
      { id: "e2", source: "wait", sourcePort: "done", target: "then" },
    ],
  },
});

const campaign = (from: number, until: number): AnyDocument => ({
  kind: "campaign",
  key: "rush",
  name: "大促",
  formatVersion: 1,
  spec: {
    from: iso(from),
    until: iso(until),
    phases: [
      {
        ...{ id: "first", from: iso(from), until: iso(until) },
        sla: [
          {
            policy: "default",
            when: { fact: "ticket.priority", operator: "equal", value: "P3" },
            scale: { firstResponse: 2 },
            ...{ inFlight: "retarget", onEnd: "retarget" },
          },
        ],
      },
    ],
  },
});

describe("the impact of a publish", () => {
  let server: TestServer;
  let tickets: readonly { id: string; number: number }[];

  const impact = (document: AnyDocument, apply?: "new" | "open") =>
    server.must("POST", `/documents/${document.kind}/${document.key}/impact`, {
      document,
      ...(apply ? { apply } : {}),
    });

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server, houseWith(smallHouse, [waiting("first")]));
    // Two refunds (P2, one hour to answer) and one other (P3, two hours), each with a clock for its resolution.
    tickets = await createTickets(server, 3, (index) => (index < 2 ? { subject: "我要退款" } : {}));
    const [done] = await createTickets(server, 1, () => ({ subject: "退货" }));
    await server.must("PATCH", `/tickets/${done.id}`, { status: "resolved" });
  });
  afterAll(() => server.stop());

  it("counts a workflow's open runs by revision, and they stay on theirs", async () => {
    await server.must("POST", "/documents/import?publish=true", { documents: [waiting("second")] });
    await createTickets(server, 1, () => ({ subject: "退款", externalId: "later" }));
    const answer = await impact(waiting("third"));
    // The resolved ticket's run waits on too: nothing ended it.
    expect(answer).toMatchObject({
      openRuns: {
        total: 5,
        byRevision: [
          { revision: 2, count: 1 },
          { revision: 1, count: 4 },
        ],
      },
      openTickets: 5,
      ...{ openClocks: 0, movedClocks: 0, samples: [], complete: true },
    });
  });

  it("says of a policy which clocks run under it, and moves none unless open ones follow", async () => {
    const answer = await impact(looser);
    expect(answer).toMatchObject({ openTickets: 4, openClocks: 8, movedClocks: 0, samples: [] });
    expect(answer).toMatchObject({ examined: 4, complete: true });
  });

  it("says where the clocks go that follow, the largest moves first", async () => {
    const { samples, ...answer } = await impact(looser, "open");
    // Three P2 answers move by three hours; the four resolutions have no target any more.
    expect(answer).toMatchObject({ openClocks: 8, movedClocks: 7, examined: 4 });
    expect(samples).toHaveLength(7);
    const gone = samples.slice(0, 4);
    expect(gone.map(({ metric, to }: { metric: string; to: null }) => [metric, to])).toEqual(
      new Array(4).fill(["resolution", null]),
    );
    expect(samples.slice(4)).toEqual(
      samples.slice(4).map(({ ticketId, number }: { ticketId: string; number: number }) => ({
        ...{
          ticketId,
          number,
          subject: expect.stringMatching("退款"),
          metric: "firstResponse",
          priority: "P2",
        },
        ...{ from: iso(at + hour), to: iso(at + 4 * hour) },
      })),
    );
  });

  it("is what publishing then does", async () => {
    const stored = await rowCounts(server);
    const { samples } = await impact(sla({ "*": { firstResponse: "PT3H", resolution: "PT16H" } }), "open");
    expect(await rowCounts(server)).toEqual(stored);
    const draft = sla({ "*": { firstResponse: "PT3H", resolution: "PT16H" } });
    const { headers } = await server.call("GET", "/documents/sla/default/draft");
    await server.must("PUT", "/documents/sla/default/draft", draft, { "if-match": String(headers.etag) });
    const fromDraft = await server.must("POST", "/documents/sla/default/impact", { apply: "open" });
    expect(fromDraft.samples).toEqual(samples);
    await server.must("POST", "/documents/sla/default/publish", { apply: "open" });
    await server.settled();
    for (const { ticketId, metric, to } of samples)
      expect((await server.must("GET", `/tickets/${ticketId}`)).sla[metric].due).toBe(to);
    expect(samples.length).toBeGreaterThan(4);
    expect((await impact(draft, "open")).movedClocks).toBe(0);
  });

  it("counts the clocks of a calendar, which stay on its revision", async () => {
    const office = smallHouse.documents.find(({ kind }) => kind === "calendar") as AnyDocument;
    expect(await impact(office)).toMatchObject({
      openTickets: 4,
      openClocks: 8,
      movedClocks: 0,
      samples: [],
    });
  });

  it("counts what each edge of a campaign's phases would move, and back", async () => {
    const { phases, samples, ...answer } = await impact(campaign(at + hour, at + 2 * hour));
    // The one P3 ticket has three hours to answer now: six from the start on, three again after the end.
    expect(phases).toEqual([{ id: "first", start: 1, end: 1 }]);
    expect(answer).toMatchObject({ openTickets: 4, openClocks: 8, movedClocks: 1 });
    const p3 = tickets[2];
    const move = { ticketId: p3?.id, metric: "firstResponse", priority: "P3", phase: "first" };
    expect(samples).toMatchObject([
      { ...move, edge: "started", from: iso(at + 3 * hour), to: iso(at + 6 * hour) },
      { ...move, edge: "ended", from: iso(at + 6 * hour), to: iso(at + 3 * hour) },
    ]);
  });

  it("starts at once what is in force as soon as it is published, and nothing of what is over", async () => {
    const now = await impact(campaign(at - hour, at + hour));
    expect(now.phases).toEqual([{ id: "first", start: 1, end: 1 }]);
    const over = await impact(campaign(at - 2 * hour, at - hour));
    expect(over).toMatchObject({ phases: [{ id: "first", start: 0, end: 0 }], movedClocks: 0 });
  });

  it("is nothing for kinds that no clock and no run depends on", async () => {
    const ruleset = smallHouse.documents.find(({ kind }) => kind === "classification") as AnyDocument;
    expect(await impact(ruleset)).toEqual({
      openRuns: { total: 0, byRevision: [] },
      ...{ openTickets: 0, openClocks: 0, movedClocks: 0, samples: [], examined: 0, complete: true },
    });
  });

  it("refuses what could not be published, at its place", async () => {
    const faulty = { ...looser, spec: { ...looser.spec, calendar: "nowhere" } };
    const meaning = await server.call("POST", "/documents/sla/default/impact", { document: faulty });
    expect([meaning.status, meaning.body.errors[0].path]).toEqual([422, "/document/spec/calendar"]);
    const shape = await server.call("POST", "/documents/sla/default/impact", { document: { kind: "sla" } });
    expect(shape.status).toBe(422);
    expect(shape.body.errors.every(({ path }: { path: string }) => path.startsWith("/document"))).toBe(true);
    expect((await server.call("POST", "/documents/sla/nothing/impact", {})).status).toBe(404);
  });
});
