/** Holiday data changes only by confirmation: what would move is shown before, and open clocks follow only if told to. */
import type { AnyDocument, HolidayDays } from "@sluice/schemas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { furnish } from "../support/house.ts";
import { type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { houseWith, smallHouse } from "../support/small-house.ts";

type Body = Reply["body"];

const [office] = smallHouse.documents.filter(({ kind }) => kind === "calendar");
const statutory = { ...office, spec: { ...office?.spec, include: ["cn-statutory"] } } as AnyDocument;
const house = houseWith(smallHouse, [statutory]);

const singlesDay = { kind: "holiday", name: { zh: "光棍节", en: "Singles' Day" } } as const;

const of2026 = (days: HolidayDays): HolidayDays =>
  Object.fromEntries(Object.entries(days).filter(([date]) => date.startsWith("2026")));

describe("a feed that makes 11.11 a holiday", () => {
  let server: TestServer;
  let announced: HolidayDays;

  beforeAll(async () => {
    // A Tuesday; the office is open from 09:00 to 18:00 in Shanghai.
    server = await startTestServer({ at: "2026-11-10T15:00:00+08:00" });
    await furnish(server, house);
    announced = of2026((await server.must("GET", "/holidays")).days);
  });
  afterAll(() => server.stop());

  const complain = async (): Promise<Body> =>
    server.must("POST", "/tickets", { channel: "web", subject: "投诉", customer: { id: "c1" } });
  /** Resolution within eight open hours: three today, the other five tomorrow, or on Thursday. */
  const due = async ({ id }: Body): Promise<string> =>
    (await server.must("GET", `/tickets/${id}`)).sla.resolution.due;
  const offer = (days: HolidayDays) => server.call("PUT", "/holidays/pending", { name: "feed.json", days });
  const tomorrow = "2026-11-11T06:00:00.000Z";
  const thursday = "2026-11-12T06:00:00.000Z";
  let first: Body;

  it("changes nothing by being uploaded", async () => {
    first = await complain();
    expect(await due(first)).toBe(tomorrow);
    const offered = await offer({ ...announced, "2026-11-11": singlesDay });
    expect(offered.body.pending).toMatchObject({ source: { type: "upload", name: "feed.json" }, days: 1 });
    const { version, days, pending } = await server.must("GET", "/holidays");
    expect([version, days["2026-11-11"], pending.etag]).toEqual([1, undefined, offered.headers.etag]);
    expect(await due(first)).toBe(tomorrow);
    expect(await due(await complain())).toBe(tomorrow);
  });

  it("shows the day, the calendars and the clocks that would move, old and new", async () => {
    const pending = await server.must("GET", "/holidays/pending");
    expect(pending.days).toEqual([{ date: "2026-11-11", from: null, to: singlesDay }]);
    expect(pending.calendars).toEqual([{ key: "office", name: "办公时间", dates: ["2026-11-11"] }]);
    // Of each of the two tickets the resolution moves; the first response is due today.
    expect(pending).toMatchObject({ openClocks: 4, movedClocks: 2, examined: 2, complete: true });
    expect(pending.clocks).toMatchObject([
      { ticketId: first.id, metric: "resolution", calendar: "office", from: tomorrow, to: thursday },
      { metric: "resolution", from: tomorrow, to: thursday },
    ]);
  });

  it("is confirmed only by somebody who has seen it", async () => {
    const bare = await server.call("POST", "/holidays/confirm", {});
    expect([bare.status, bare.body.code]).toEqual([428, "resource.precondition"]);
    const stale = await server.call("POST", "/holidays/confirm", {}, { "if-match": '"1-0"' });
    expect([stale.status, stale.body.code]).toEqual([412, "resource.changed"]);
    expect((await server.must("GET", "/holidays")).version).toBe(1);
  });

  const confirm = async (apply: "new" | "open"): Promise<Body> => {
    const { headers } = await server.call("GET", "/holidays/pending");
    return server.must("POST", "/holidays/confirm", { apply }, { "if-match": String(headers.etag) });
  };

  it("once confirmed for new clocks counts for these alone, as a revision of the calendar, with an audit entry", async () => {
    expect(await confirm("new")).toEqual({
      ...{ version: 2, apply: "new", days: 1 },
      calendars: [{ key: "office", revision: 2 }],
    });
    await server.settled();
    expect([await due(first), await due(await complain())]).toEqual([tomorrow, thursday]);
    const { version, pending, source } = await server.must("GET", "/holidays");
    expect([version, pending, source.name]).toEqual([2, null, "feed.json"]);
    const { items } = await server.must("GET", "/audit?target=holidays:2");
    expect(items).toMatchObject([
      { action: "holidays.confirm", after: { apply: "new", days: [{ date: "2026-11-11" }] } },
    ]);
    expect((await server.call("GET", "/holidays/pending")).status).toBe(404);
  });

  it("leaves an old clock on its data whatever happens to the ticket, also after a restart of the definitions", async () => {
    await server.must("PATCH", `/tickets/${first.id}`, { status: "on_hold" });
    await server.must("PATCH", `/tickets/${first.id}`, { status: "open" });
    await server.server.runtime.definitions.reload();
    expect(await due(first)).toBe(tomorrow);
    await server.advance("PT1H");
    expect(await due(first)).toBe(tomorrow);
  });

  it("moves open clocks when it is confirmed for them", async () => {
    const young = await complain();
    // Created at 16:00: two hours today, six on Thursday.
    expect(await due(young)).toBe("2026-11-12T07:00:00.000Z");
    await offer(announced);
    const { clocks } = await server.must("GET", "/holidays/pending");
    expect(clocks.find(({ ticketId }: Body) => ticketId === young.id)).toMatchObject({
      from: "2026-11-12T07:00:00.000Z",
      to: "2026-11-11T07:00:00.000Z",
    });
    await confirm("open");
    await server.advance("PT1S");
    expect([await due(young), await due(first)]).toEqual(["2026-11-11T07:00:00.000Z", tomorrow]);
    const { items } = await server.must("GET", `/tickets/${young.id}/timeline`);
    expect(items.map(({ type }: Body) => type)).toContain("calendar.published");
  });

  it("is dropped by being turned down, and refused with dates that never come", async () => {
    const offered = await offer({ ...announced, "2026-11-11": singlesDay });
    const headers = { "if-match": String(offered.headers.etag) };
    expect((await server.call("DELETE", "/holidays/pending", undefined, headers)).status).toBe(204);
    expect((await server.must("GET", "/holidays")).pending).toBeNull();
    const wrong = await offer({ "2026-02-30": singlesDay });
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([400, "/days/2026-02-30"]);
    expect((await offer(announced)).body.pending).toBeNull();
  });
});

describe("a release that knows more than the house has confirmed", () => {
  it("offers its data, and waits", async () => {
    const server = await startTestServer({ at: "2026-09-30T17:00:00+08:00" });
    try {
      await furnish(server, house);
      const { runtime, app } = server.server;
      const { writer, reader } = app.context.database;
      const [row] = await reader.query(`SELECT value FROM meta WHERE "key" = 'holidays:v1'`);
      const first = JSON.parse(row.value);
      const all: HolidayDays = first.days;
      // As a house looks that began with a release of 2025.
      first.days = Object.fromEntries(Object.entries(all).filter(([date]) => date < "2026"));
      await writer.run(async (transaction) => {
        const put = `UPDATE meta SET value = ? WHERE "key" = ?`;
        await transaction.query(put, [JSON.stringify(first), "holidays:v1"]);
        await transaction.query(put, ["an older release", "holidays:library"]);
      });
      await runtime.definitions.reload();

      const due = async () =>
        (await server.must("POST", "/tickets", { channel: "web", subject: "投诉", customer: { id: "c" } }))
          .sla.resolution.due;
      // Eight open hours from 17:00: one today, seven on the first of October, which is no holiday yet.
      expect(await due()).toBe("2026-10-01T08:00:00.000Z");
      const pending = await server.call("GET", "/holidays/pending");
      expect(pending.body.source).toEqual({ type: "library", name: "chinese-days" });
      expect(pending.body.days).toHaveLength(Object.keys(of2026(all)).length);
      expect(pending.body.clocks).toMatchObject([{ metric: "resolution", to: "2026-10-08T08:00:00.000Z" }]);
      await server.must("POST", "/holidays/confirm", {}, { "if-match": String(pending.headers.etag) });
      expect(await due()).toBe("2026-10-08T08:00:00.000Z");
      expect((await server.must("GET", "/holidays")).pending).toBeNull();
    } finally {
      await server.stop();
    }
  });
});
