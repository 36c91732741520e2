/** A campaign on the day: started, extended, ended and cancelled by one call each, and live at once. */
import type { AnyDocument } from "@sluice/schemas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { furnish, publish } from "../support/house.ts";
import { createTickets } from "../support/requests.ts";
import { type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { houseWith, smallHouse } from "../support/small-house.ts";

type Body = Reply["body"];

const hour = 3_600_000;
const at = Date.parse("2026-03-02T10:00:00+08:00");
const local = (ms: number): string => `${new Date(ms + 8 * hour).toISOString().slice(0, 19)}+08:00`;
const windowMsOf = ({ spec }: Body): number => Date.parse(spec.until) - Date.parse(spec.from);
const utc = (ms: number): string => new Date(ms).toISOString();

describe("the emergency campaign of the starter pack", () => {
  let server: TestServer;

  const act = (action: string, body?: object, key = "backlog") =>
    server.must("POST", `/documents/campaign/${key}/${action}`, body);
  const refused = async (action: string, body?: object) => {
    const reply = await server.call("POST", `/documents/campaign/backlog/${action}`, body);
    return [reply.status, reply.body.code];
  };
  const arrive = async (more: object = {}): Promise<Body> => {
    const ticket = {
      channel: "taobao",
      subject: "这件有货吗",
      customer: { id: `c-${Math.random()}` },
      ...more,
    };
    const { id } = await server.must("POST", "/tickets", ticket);
    return server.must("GET", `/tickets/${id}`);
  };
  const told = ({ messages }: Body): readonly string[] =>
    messages.filter(({ author }: Body) => author === "bot").map(({ text }: Body) => text);
  const announced = async () => (await server.must("GET", "/public/announcements")).items ?? [];

  beforeAll(async () => {
    server = await startTestServer({ starter: "ecommerce" });
  });
  afterAll(() => server.stop());

  it("rests until it is started", async () => {
    const ticket = await arrive();
    expect([ticket.pool, told(ticket)]).toEqual([null, []]);
    expect(await refused("end")).toEqual([409, "campaign.not-running"]);
    expect(await refused("extend", { until: utc(at + hour) })).toEqual([409, "campaign.over"]);
  });

  it("once started sends the next ordinary ticket to the overflow pool and answers it", async () => {
    const started = await act("start", { for: "PT2H" });
    const window = { from: local(at), until: local(at + 2 * hour) };
    expect(started).toEqual({
      ...{ kind: "campaign", key: "backlog", revision: 2, ...window },
      phases: [{ id: "emergency", ...window }],
    });
    const ticket = await arrive();
    expect(ticket).toMatchObject({ pool: "overflow", assignee: null });
    expect(told(ticket)).toEqual([expect.stringContaining("当前咨询较多")]);
    const urgent = await arrive({ priority: "P0" });
    expect(urgent.pool).not.toBe("overflow");
    expect(told(urgent)).toHaveLength(1);
    const vip = await arrive({ customer: { id: "vip", tier: "vip" } });
    expect(vip.pool).not.toBe("overflow");
  });

  it("is live in one revision, its draft says the same, and the audit says who did what", async () => {
    const { live, liveRevision, changed } = await server.must("GET", "/documents/campaign/backlog");
    expect([liveRevision, changed, live.spec.until]).toEqual([2, false, local(at + 2 * hour)]);
    const { items } = await server.must("GET", "/audit?target=campaign:backlog");
    const [entry] = (items as Body[]).filter(({ action }) => action === "campaign.start");
    expect(entry).toMatchObject({
      actor: expect.stringContaining("bootstrap"),
      after: { revision: 2, from: local(at) },
    });
  });

  it("does not start twice", async () => {
    expect(await refused("start")).toEqual([409, "campaign.running"]);
  });

  it("can be extended, not shortened", async () => {
    expect(await refused("extend", { until: utc(at + hour) })).toEqual([422, "campaign.until"]);
    const extended = await act("extend", { until: utc(at + 5 * hour) });
    expect(extended).toMatchObject({ until: local(at + 5 * hour) });
    expect(extended.phases).toEqual([{ id: "emergency", from: local(at), until: local(at + 5 * hour) }]);
    await server.setClock(local(at + 3 * hour));
    expect((await arrive()).pool).toBe("overflow");
  });

  it("once ended leaves everything as it was before", async () => {
    const ended = await act("end");
    expect(ended).toMatchObject({ from: local(at), until: local(at + 3 * hour) });
    const ticket = await arrive();
    expect([ticket.pool, told(ticket)]).toEqual([null, []]);
    expect(await announced()).toEqual([]);
  });

  it("says what starting it begins from: the plan, not what the last time left of it", async () => {
    const planned = await server.must("GET", "/documents/campaign/backlog/planned");
    expect(windowMsOf(planned)).toBe(4 * hour);
    expect(windowMsOf((await server.must("GET", "/documents/campaign/backlog")).live)).toBe(3 * hour);
    expect((await server.call("GET", "/documents/campaign/nothing/planned")).status).toBe(404);
  });

  it("started again lasts as long as it was planned, not as the last time, and ends by itself", async () => {
    const { until } = await act("start");
    expect(until).toBe(local(at + 7 * hour));
    expect((await arrive()).pool).toBe("overflow");
    await server.setClock(local(at + 7 * hour));
    expect((await arrive()).pool).toBeNull();
  });

  it("cancelled goes out of live; its auto-reply does not start without it, and it can be started again", async () => {
    await act("start");
    expect((await arrive()).pool).toBe("overflow");
    expect(await act("cancel")).toEqual({ kind: "campaign", key: "backlog", revision: null });
    const ticket = await arrive();
    expect([
      ticket.pool,
      told(ticket),
      ticket.runs.some(({ workflow }: Body) => workflow === "backlog-autoreply"),
    ]).toEqual([null, [], false]);
    const { liveRevision } = await server.must("GET", "/documents/campaign/backlog");
    expect(liveRevision).toBeNull();
    expect((await server.must("GET", "/documents/campaign/backlog/draft")).key).toBe("backlog");
    expect(await refused("cancel")).toEqual([409, "campaign.not-live"]);
    expect(await refused("end")).toEqual([409, "campaign.not-live"]);
    await act("start");
    expect((await arrive()).pool).toBe("overflow");
  });

  it("deleted, its auto-reply does not start without it, until it is restored", async () => {
    await server.must("DELETE", "/documents/campaign/backlog");
    const ticket = await arrive();
    expect([
      ticket.pool,
      told(ticket),
      ticket.runs.some(({ workflow }: Body) => workflow === "backlog-autoreply"),
    ]).toEqual([null, [], false]);
    await server.must("POST", "/documents/campaign/backlog/restore");
    expect(told(await arrive())).toEqual([expect.stringContaining("当前咨询较多")]);
  });

  it("refuses what is no length and no instant, and a campaign that is not there", async () => {
    const reply = await server.call("POST", "/documents/campaign/backlog/start", { for: "PT0S" });
    expect([reply.status, reply.body.errors[0].path]).toEqual([400, "/for"]);
    const day = await server.call("POST", "/documents/campaign/backlog/extend", {
      until: "2026-02-30T00:00:00Z",
    });
    expect([day.status, day.body.errors[0].path]).toEqual([400, "/until"]);
    expect((await server.call("POST", "/documents/campaign/nothing/start")).status).toBe(404);
    const stale = { "if-match": '"0"' };
    expect((await server.call("POST", "/documents/campaign/backlog/end", undefined, stale)).status).toBe(412);
  });
});

/** P3 get twice as long to answer while the first phase lasts, and are taken back at its end. */
const rush: AnyDocument = {
  kind: "campaign",
  key: "rush",
  name: "大促",
  formatVersion: 1,
  spec: {
    from: "2030-11-10T20:00:00+08:00",
    until: "2030-11-11T00:00:00+08:00",
    phases: [
      {
        ...{ id: "first", from: "2030-11-10T20:00:00+08:00", until: "2030-11-10T22:00:00+08:00" },
        sla: [{ policy: "default", scale: { firstResponse: 2 }, inFlight: "retarget", onEnd: "retarget" }],
      },
      { id: "second", from: "2030-11-10T22:00:00+08:00", until: "2030-11-11T00:00:00+08:00" },
    ],
  },
};

describe("a campaign with phases, over open clocks", () => {
  let server: TestServer;
  let ticket: Body;

  const due = async () => (await server.must("GET", `/tickets/${ticket.id}`)).sla.firstResponse.due;

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server, houseWith(smallHouse, []));
    [ticket] = await createTickets(server, 1);
  });
  afterAll(() => server.stop());

  it("is started from a draft that was never published, its phases shifted alike", async () => {
    await server.must("PUT", "/documents/campaign/rush/draft", rush);
    const { revision, phases } = await server.must("POST", "/documents/campaign/rush/start", { for: "PT3H" });
    expect([revision, phases]).toEqual([
      2,
      [
        { id: "first", from: local(at), until: local(at + 2 * hour) },
        { id: "second", from: local(at + 2 * hour), until: local(at + 3 * hour) },
      ],
    ]);
    const draft = await server.must("GET", "/documents/campaign/rush/draft");
    expect(draft.spec.from).toBe(local(at));
    await server.settled();
    expect(await due()).toBe(utc(at + 4 * hour));
  });

  it("ended in its first phase has no second any more, and open clocks go back", async () => {
    await server.advance("PT1H");
    const ended = await server.must("POST", "/documents/campaign/rush/end");
    expect(ended.phases).toEqual([{ id: "first", from: local(at), until: local(at + hour) }]);
    await server.settled();
    expect(await due()).toBe(utc(at + 2 * hour));
  });

  it("cancelled while it runs ends as it would at its end", async () => {
    await server.must("POST", "/documents/campaign/rush/start", {});
    await server.settled();
    expect(await due()).toBe(utc(at + 4 * hour));
    await server.must("POST", "/documents/campaign/rush/cancel");
    await server.settled();
    expect(await due()).toBe(utc(at + 2 * hour));
  });

  async function draw(document: AnyDocument): Promise<void> {
    const { headers } = await server.call("GET", "/documents/campaign/rush/draft");
    await server.must("PUT", "/documents/campaign/rush/draft", document, {
      "if-match": String(headers.etag),
    });
  }
  const drawn = () => server.must("GET", "/documents/campaign/rush/draft");
  const phasesOf = ({ phases }: Body): readonly string[] => phases.map(({ id }: Body) => id);

  it("redrawn after it was cancelled starts, ends and starts again as it was redrawn", async () => {
    const [first, second] = rush.spec.phases;
    const phases = [first, { ...second, id: "third" }];
    await draw({ ...rush, name: "重画", spec: { ...rush.spec, phases } } as AnyDocument);
    await server.must("POST", "/documents/campaign/rush/start");
    await server.advance("PT1H");
    await server.must("POST", "/documents/campaign/rush/end");
    const again = await server.must("POST", "/documents/campaign/rush/start");
    expect(phasesOf(again)).toEqual(["first", "third"]);
    expect((await server.must("GET", "/documents/campaign/rush")).live.name).toBe("重画");
    const { items } = await server.must("GET", "/documents/campaign/rush/revisions");
    expect(items.slice(0, 4).map(({ comment }: Body) => comment)).toEqual([
      "启动 · Start",
      "结束 · End",
      "启动 · Start",
      "计划 · Planned",
    ]);
  });

  it("published with a comment that reads like an action's is a plan like any other", async () => {
    await server.advance("PT1H");
    await server.must("POST", "/documents/campaign/rush/end");
    const short = { ...rush.spec, phases: [rush.spec.phases[0]] };
    await draw({ ...rush, spec: short } as AnyDocument);
    await server.must("POST", "/documents/campaign/rush/publish", { comment: "启动 · Start" });
    expect(phasesOf(await server.must("POST", "/documents/campaign/rush/start"))).toEqual(["first"]);
    await server.advance("PT1H");
    await server.must("POST", "/documents/campaign/rush/end");
  });

  it("keeps what somebody is drawing, in the windows that the campaign has now", async () => {
    await publish(server, [rush]);
    await draw({ ...rush, name: "还没写完" });
    const etag = async () =>
      (await server.call("GET", "/documents/campaign/rush/draft")).headers.etag as string;
    const before = await etag();
    const windows = ({ from, until, phases }: Body) => [from, until, ...phases.map(windowOf)];
    const windowOf = ({ id, from, until }: Body) => [id, from, until];

    const started = await server.must("POST", "/documents/campaign/rush/start");
    expect((await server.must("GET", "/documents/campaign/rush")).live.name).toBe("大促");
    expect((await drawn()).name).toBe("还没写完");
    expect(windows((await drawn()).spec)).toEqual(windows(started));
    expect(await etag()).not.toBe(before);

    const until = utc(Date.parse(started.until) + hour);
    const extended = await server.must("POST", "/documents/campaign/rush/extend", { until });
    expect(windows((await drawn()).spec)).toEqual(windows(extended));
    await server.must("POST", "/documents/campaign/rush/publish", {});
    const { live } = await server.must("GET", "/documents/campaign/rush");
    expect([live.name, ...windows(live.spec)]).toEqual(["还没写完", ...windows(extended)]);

    await draw({ ...live, name: "又在写" });
    await server.advance("PT1H");
    const ended = await server.must("POST", "/documents/campaign/rush/end");
    const { name, spec } = await drawn();
    expect([name, spec.until, spec.phases[0].until]).toEqual(["又在写", ended.until, ended.until]);
  });
});
