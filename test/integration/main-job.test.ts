/**
 * The main job, on the starter pack, on a working day outside the campaign: a VIP asks in a chat where the parcel is.
 * Every due below is worked out by hand beside the check.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringOnline } from "../support/house.ts";
import { type Reply, startTestServer, type TestServer } from "../support/server.ts";

type Body = Reply["body"];

/** A Wednesday; local time is UTC+8. */
const at = (time: string, day = "21"): string => `2026-10-${day}T${time}+08:00`;
const iso = (instant: string): string => new Date(instant).toISOString();

describe("a VIP asks where the parcel is", () => {
  let server: TestServer;
  let ticket: Body;

  const reload = async (): Promise<Body> => server.must("GET", `/tickets/${ticket.id}`);
  const say = (author: string, text: string) =>
    server.must("POST", `/tickets/${ticket.id}/messages`, { author, text });
  /** `reason reminder metric agent` of everything that was told about this ticket, oldest first. */
  async function told(): Promise<readonly string[]> {
    const { items } = await server.must("GET", `/notifications?ticket=${ticket.id}&limit=200`);
    return (items as Body[])
      .map(
        ({ createdAt, agent, reason, data }) =>
          `${createdAt} ${reason} ${data.reminder} ${data.metric} ${agent}`,
      )
      .sort();
  }

  beforeAll(async () => {
    server = await startTestServer({ starter: "ecommerce", at: at("10:00:00") });
    // Of the VIP group only a18 is here: the lead, a17, is somebody else than the assignee.
    await bringOnline(server, ["a18", "a09", "a10"]);
    ticket = await server.must("POST", "/tickets", {
      channel: "taobao",
      subject: "我的快递三天没更新了,帮我查一下物流",
      customer: { id: "buyer-1", name: "王女士", tier: "vip" },
      order: { id: "o-1", trackingNo: "YT100" },
    });
  });
  afterAll(() => server.stop());

  it("is classified, clocked, assigned and followed by a run in its first answer", () => {
    expect(ticket).toMatchObject({
      category: "logistics.stalled",
      priority: "P2",
      tags: expect.arrayContaining(["物流查询", "物流停滞", "VIP"]),
      assignee: "a18",
      group: "vip",
    });
    expect((ticket.runs as Body[]).map(({ workflow, status }) => [workflow, status])).toEqual([
      ["intake", "completed"],
      ["logistics-stalled", "active"],
    ]);
  });

  it("has the dues of the chat tier and of half the standard", () => {
    // Chat: 30 s of platform-chat (08:00–23:00), not halved: 10:00:00 + 0:00:30.
    expect(ticket.sla.firstResponse).toMatchObject({
      due: iso(at("10:00:30")),
      tier: "chat",
      targetMs: 30_000,
    });
    // P2 24 h × 0.5 = 12 h of online (08:00–24:00): 10:00 + 12 h = 22:00.
    expect(ticket.sla.resolution).toMatchObject({
      due: iso(at("22:00:00")),
      tier: "vip+standard",
      targetMs: 12 * 3_600_000,
      calendar: "online",
    });
    expect(Object.keys(ticket.sla)).toEqual(["firstResponse", "resolution"]);
  });

  it("says why: rules with their revision and what they saw, tiers, and why not the others", async () => {
    const { items } = await server.must("GET", `/tickets/${ticket.id}/decisions`);
    const decisions = (items as Body[]).map(({ decision }) => decision);
    const classification = decisions.find(({ kind }) => kind === "classification");
    expect(classification.ref).toEqual({ kind: "classification", key: "default", revision: 1 });
    const stalled = (classification.matched as Body[]).find(({ id }) => id === "stalled");
    expect(stalled.gave).toMatchObject({ category: "logistics.stalled", priority: "P2" });
    const leaf = (stalled.because as Body[]).find(({ fact }) => fact === "ticket.text");
    expect(leaf).toMatchObject({ actual: ticket.subject, result: true });
    expect((leaf.matches as Body[]).map(({ keyword }) => keyword)).toContain("没更新");
    const sla = decisions.find(({ kind }) => kind === "sla");
    expect(sla.ref).toEqual({ kind: "sla", key: "default", revision: 1 });
    expect((sla.clocks as Body[]).map(({ metric, change, tiers }) => [metric, change, tiers])).toEqual([
      ["firstResponse", "started", ["chat"]],
      ["resolution", "started", ["vip", "standard"]],
    ]);
    const routing = decisions.find(({ kind }) => kind === "routing");
    expect(routing).toMatchObject({
      ref: { kind: "routing", key: "default", revision: 1 },
      route: "vip",
      strategy: "weighted",
      cause: "route",
      outcome: { type: "assigned", agent: "a18", group: "vip" },
    });
    expect(routing.considered).toContainEqual(
      expect.objectContaining({ agent: "a17", eligible: false, reason: "presence" }),
    );
  });

  it("gives no card while the customer owes an answer", async () => {
    await server.setClock(at("10:00:20"));
    await say("agent", "您好，我查一下");
    await server.setClock(at("12:00:00"));
    await server.must("PATCH", `/tickets/${ticket.id}`, { status: "pending_customer" });
    expect((await reload()).sla.resolution).toMatchObject({
      state: "paused",
      pausedReason: "pending_customer",
    });
    // The yellow card would have come at 21:30 and the red one at 22:00; at 14:59 the pause still lasts.
    await server.setClock(at("14:59:59"));
    expect(await told()).toEqual([]);
  });

  it("runs on where it stopped when the customer answers", async () => {
    await server.setClock(at("15:00:00"));
    await say("customer", "运单号是 YT100");
    // Chat: 90 s for the next response.
    expect((await reload()).sla.nextResponse).toMatchObject({ due: iso(at("15:01:30")), state: "running" });
    await server.setClock(at("15:00:30"));
    await say("agent", "在催了");
    const { sla } = await reload();
    expect(sla.nextResponse.state).toBe("met");
    // 2 h of 12 are used: 10 h remain. 15:00–24:00 are 9 h, the last one is 08:00–09:00 of the next day.
    expect(sla.resolution).toMatchObject({ due: iso(at("09:00:00", "22")), state: "running" });
    await server.setClock(at("23:59:59"));
    expect(await told()).toEqual([]);
  });

  const yellow = `${iso(at("08:30:00", "22"))} sla-reminder yellow resolution a18`;
  const red = ["a17", "a18"].map(
    (agent) => `${iso(at("09:00:00", "22"))} escalation red resolution ${agent}`,
  );

  it("shows the yellow card half an hour before, to the assignee", async () => {
    await server.setClock(at("08:29:59", "22"));
    expect(await told()).toEqual([]);
    await server.setClock(at("08:30:00", "22"));
    expect(await told()).toEqual([yellow]);
    expect((await reload()).sla.resolution.card).toBe("yellow");
  });

  it("shows the red card at the limit, and tells the lead, who is not the assignee", async () => {
    await server.setClock(at("09:00:00", "22"));
    expect(await told()).toEqual([yellow, ...red]);
    expect(await reload()).toMatchObject({
      escalated: true,
      tags: expect.arrayContaining(["超时"]),
      sla: { resolution: { state: "breached", card: "red" } },
    });
  });

  it("fires nothing twice when the clock moves on: the director after two hours, then silence", async () => {
    await server.setClock(at("11:00:00", "22"));
    const all = [yellow, ...red, `${iso(at("11:00:00", "22"))} sla-reminder red-2 resolution a24`];
    expect(await told()).toEqual(all);
    for (const day of ["23", "25", "29"]) await server.setClock(at("12:00:00", day));
    expect(await told()).toEqual(all);
  });
});
