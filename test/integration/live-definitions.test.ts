/** Publishing while tickets are open: the next ticket follows the new revision, open runs stay on theirs. */
import type { AnyDocument } from "@sluice/schemas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringOnline, furnish, publish } from "../support/house.ts";
import { createTickets } from "../support/requests.ts";
import { type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { smallHouse } from "../support/small-house.ts";

type Body = Reply["body"];

const following = (text: string): AnyDocument => ({
  kind: "workflow",
  key: "follow-up",
  name: "跟进",
  formatVersion: 1,
  spec: {
    nodes: [
      { id: "start", type: "trigger", config: { on: "ticket.created" } },
      { id: "pause", type: "wait", config: { for: "PT1H" } },
      { id: "tell", type: "reply", config: { text } },
    ],
    edges: [
      { id: "e1", source: "start", sourcePort: "out", target: "pause" },
      { id: "e2", source: "pause", sourcePort: "done", target: "tell" },
    ],
  },
});

const targets = (resolution: string): AnyDocument => ({
  kind: "sla",
  key: "default",
  name: "默认 SLA",
  formatVersion: 1,
  spec: { calendar: "24x7", tiers: [{ id: "all", targets: { "*": { resolution } } }] },
});

const hour = 3_600_000;

describe("publishing while tickets are open", () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server, smallHouse);
    await bringOnline(server, ["a1"]);
  });
  afterAll(() => server.stop());

  const open = async (): Promise<Body> => (await createTickets(server, 1))[0];
  const reload = (ticket: Body): Promise<Body> => server.must("GET", `/tickets/${ticket.id}`);

  it("an open run ends on the revision it began with; the next ticket's run is of the new one", async () => {
    await publish(server, [following("一版")]);
    const old = await open();
    await publish(server, [following("二版")]);
    const young = await open();
    await server.advance("PT1H");
    const said = async (ticket: Body) => (await reload(ticket)).messages.map(({ text }: Body) => text);
    const revision = async (ticket: Body) =>
      (await reload(ticket)).runs.find(({ workflow }: Body) => workflow === "follow-up").revision;
    expect([await said(old), await revision(old)]).toEqual([["一版"], 1]);
    expect([await said(young), await revision(young)]).toEqual([["二版"], 2]);
  });

  it("the next ticket is classified by the new rules, and says by which", async () => {
    const path = "/documents/classification/default";
    const draft = await server.call("GET", `${path}/draft`);
    const document = structuredClone(draft.body.document ?? draft.body);
    document.spec.otherwise = { category: "complaints", priority: "P1" };
    const put = await server.call("PUT", `${path}/draft`, document, {
      "if-match": String(draft.headers.etag),
    });
    expect(put.status, put.text).toBeLessThan(300);
    const before = await open();
    expect(before.priority).toBe("P3");
    await server.must("POST", `${path}/publish`, { comment: "all is urgent" });
    const after = await open();
    expect([after.priority, after.category]).toEqual(["P1", "complaints"]);
    const { items } = await server.must("GET", `/tickets/${after.id}/decisions`);
    expect((items as Body[])[0].decision.ref).toMatchObject({ key: "default", revision: 2 });
    await server.must("POST", `${path}/rollback`, { revision: 1 });
    const third = await open();
    expect(third.priority).toBe("P3");
    const { items: again } = await server.must("GET", `/tickets/${third.id}/decisions`);
    expect((again as Body[])[0].decision.ref).toMatchObject({ key: "default", revision: 3 });
  });

  async function publishTargets(resolution: string, apply: "new" | "open"): Promise<void> {
    const path = "/documents/sla/default";
    const draft = await server.call("GET", `${path}/draft`);
    const put = await server.call("PUT", `${path}/draft`, targets(resolution), {
      "if-match": String(draft.headers.etag),
    });
    expect(put.status, put.text).toBeLessThan(300);
    await server.must("POST", `${path}/publish`, { apply });
    await server.settled();
  }

  const lengthOf = async (ticket: Body): Promise<number> => {
    const { sla, createdAt } = await reload(ticket);
    return Date.parse(sla.resolution.due) - Date.parse(createdAt);
  };

  it("open clocks stay with apply new, and move with apply open, their elapsed time kept", async () => {
    await publishTargets("PT10H", "new");
    const first = await open();
    await server.advance("PT2H");
    await publishTargets("PT20H", "new");
    const second = await open();
    expect([await lengthOf(first), await lengthOf(second)]).toEqual([10 * hour, 20 * hour]);
    await server.advance("PT1H");
    await publishTargets("PT6H", "open");
    expect([await lengthOf(first), await lengthOf(second)]).toEqual([6 * hour, 6 * hour]);
    const { items } = await server.must("GET", `/tickets/${first.id}/timeline`);
    const moved = (items as Body[]).find(({ type }) => type === "sla.published");
    expect(moved.decisions[0].clocks[0]).toMatchObject({
      change: "retargeted",
      elapsedMs: 3 * hour,
      due: new Date(Date.parse(first.createdAt) + 6 * hour).toISOString(),
      previousDue: new Date(Date.parse(first.createdAt) + 10 * hour).toISOString(),
    });
  });

  it("a rollback with apply open moves them back", async () => {
    const ticket = await open();
    expect(await lengthOf(ticket)).toBe(6 * hour);
    const { items } = await server.must("GET", "/documents/sla/default/revisions");
    const of10 = (items as Body[]).map(({ revision }) => revision as number).sort((a, b) => a - b)[1];
    await server.must("POST", "/documents/sla/default/rollback", { revision: of10, apply: "open" });
    await server.settled();
    expect(await lengthOf(ticket)).toBe(10 * hour);
  });

  it("a target that is past already is breached when the clock moves to it", async () => {
    const ticket = await open();
    await server.advance("PT5H");
    await publishTargets("PT1H", "open");
    const { sla } = await reload(ticket);
    expect(sla.resolution).toMatchObject({ state: "breached" });
    expect(await lengthOf(ticket)).toBe(hour);
  });

  it("a campaign published in the middle of its phase starts at once, and ends at once when it is taken away", async () => {
    await publish(server, [targets("PT24H")]);
    const ticket = await open();
    const touched = await open();
    const now = Date.parse(ticket.createdAt);
    const window = {
      from: new Date(now - hour).toISOString(),
      until: new Date(now + 24 * hour).toISOString(),
    };
    const sla = {
      policy: "default",
      scale: { resolution: 2 },
      inFlight: "retarget",
      onEnd: "retarget",
    } as const;
    await publish(server, [
      {
        kind: "campaign",
        key: "sale",
        name: "大促",
        formatVersion: 1,
        spec: { ...window, phases: [{ id: "rush", ...window, sla: [sla] }] },
      },
    ]);
    const due = async () => (Date.parse((await reload(ticket)).sla.resolution.due) - now) / hour;
    expect(await due()).toBe(48);
    expect((await reload(ticket)).sla.resolution).toMatchObject({ campaign: "sale", phase: "rush" });
    await server.must("PATCH", `/tickets/${touched.id}`, { status: "resolved" });
    const seq = (await reload(touched)).seq;

    await server.must("DELETE", "/documents/campaign/sale");
    expect(await due()).toBe(24);
    expect((await reload(touched)).seq).toBe(seq);
  });

  it("a workflow is started by hand, and one that nothing would start is refused", async () => {
    const byHand = following("手动");
    const start = { id: "start", type: "trigger", config: { on: "manual" } };
    const nodes = [start, ...(byHand.spec as { nodes: object[] }).nodes.slice(1)];
    await publish(server, [{ ...byHand, key: "by-hand", spec: { ...byHand.spec, nodes } } as AnyDocument]);
    const ticket = await open();
    const started = await server.must("POST", `/tickets/${ticket.id}/runs`, { workflow: "by-hand" });
    expect(started.runs.map(({ workflow }: Body) => workflow)).toContain("by-hand");

    const hourly = { ...start, config: { on: "schedule", cron: "0 * * *" } };
    const spec = { ...byHand.spec, nodes: [hourly, ...nodes.slice(1)] };
    const refused = await server.call("POST", "/documents/import?publish=true", {
      documents: [{ ...byHand, key: "hourly", spec }],
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("workflow.schedule-invalid");
  });
});
