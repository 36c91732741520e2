/** Open runs move to another revision of their workflow: checked first, all or none, and they go on there. */
import type { AnyDocument } from "@sluice/schemas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { furnish } from "../support/house.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import { houseWith, smallHouse } from "../support/small-house.ts";

const waiting = (node: string, stage: string): AnyDocument => ({
  ...{ kind: "workflow", key: "w", name: "w", formatVersion: 1 },
  spec: {
    nodes: [
      { id: "start", type: "trigger", config: { on: "ticket.created" } },
      { id: node, type: "wait", config: { event: "go" } },
      { id: "set", type: "update", config: { stage } },
    ],
    edges: [
      { id: "e1", source: "start", sourcePort: "out", target: node },
      { id: "e2", source: node, sourcePort: "done", target: "set" },
    ],
  },
});

let server: TestServer;
const tickets: string[] = [];

beforeAll(async () => {
  server = await startTestServer();
  await furnish(server, houseWith(smallHouse, [waiting("ask", "old")]));
  for (const subject of ["一", "二", "三"]) {
    const ticket = await server.must("POST", "/tickets", { channel: "web", subject, customer: { id: "c" } });
    tickets.push(ticket.id);
  }
  await server.must("POST", "/documents/import?publish=true", { documents: [waiting("asking", "new")] });
});
afterAll(() => server.stop());

const migrate = (body: object) => server.call("POST", "/runs/migrate", { workflow: "w", ...body });
const go = async (ticket: string) => {
  await server.must("POST", `/tickets/${ticket}/events`, { name: "go" });
  return (await server.must("GET", `/tickets/${ticket}`)).stage;
};

describe("open runs", () => {
  it("stay on their revision until they are moved", async () => {
    expect(await go(tickets[0] ?? "")).toBe("old");
  });

  it("are counted by a dry run, with the nodes that have no place", async () => {
    const { status, body } = await migrate({ dryRun: true });
    expect([status, body]).toEqual([
      200,
      {
        ...{ workflow: "w", to: 2, runs: 2, ready: 0, migrated: 0, refused: [] },
        unmapped: [{ node: "ask", target: "ask", reason: "missing", revision: 1, runs: 2 }],
      },
    ]);
    const mapped = await migrate({ dryRun: true, mapping: { ask: "asking" } });
    expect(mapped.body).toMatchObject({ runs: 2, ready: 2, unmapped: [] });
  });

  it("are not moved at all while one has no place, nor to what is not there", async () => {
    const refused = await migrate({});
    expect([refused.status, refused.body.code]).toEqual([422, "run.unmapped"]);
    expect((await migrate({ to: 9 })).status).toBe(404);
    expect((await migrate({ workflow: "nobody" })).status).toBe(404);
    const { items } = await server.must("GET", "/runs?workflow=w&status=active");
    expect(items.map((run: { revision: number }) => run.revision)).toEqual([1, 1]);
  });

  it("go on in the new revision with a mapping", async () => {
    const { body } = await migrate({ mapping: { ask: "asking" } });
    expect(body).toMatchObject({ migrated: 2, refused: [] });
    const { items } = await server.must("GET", "/runs?workflow=w&status=active");
    expect(items.map((run: { revision: number }) => run.revision)).toEqual([2, 2]);
    expect([await go(tickets[1] ?? ""), await go(tickets[2] ?? "")]).toEqual(["new", "new"]);
    expect((await migrate({ dryRun: true })).body).toMatchObject({ runs: 0, ready: 0 });
  });
});
