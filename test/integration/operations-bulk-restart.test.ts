/** Work on many incidents that is cut short goes on after the restart where it was. */
import type { AnyDocument } from "@sluice/schemas";
import { afterEach, beforeEach, expect, it } from "vitest";
import { furnish } from "../support/house.ts";
import { callerOf, createRestartableHouse, type RestartableHouse } from "../support/restartable.ts";
import type { TestServer } from "../support/server.ts";
import { houseWith, smallHouse } from "../support/small-house.ts";
import { readRows } from "../support/stored.ts";

/** Calls an address that is refused before anything is sent: an incident of each ticket. */
const refused: AnyDocument = {
  ...{ kind: "workflow", key: "w", name: "w", formatVersion: 1 },
  spec: {
    nodes: [
      { id: "start", type: "trigger", config: { on: "ticket.created" } },
      {
        ...{ id: "call", type: "action" },
        config: {
          ...{ action: "http.request", version: "1", retry: { maxAttempts: 1 } },
          input: { method: "POST", url: "http://127.0.0.1:9/", body: {} },
        },
      },
    ],
    edges: [{ id: "e1", source: "start", sourcePort: "out", target: "call" }],
  },
};
const count = 120;

let house: RestartableHouse;
beforeEach(() => {
  house = createRestartableHouse();
});
afterEach(() => house.remove());

it("and each incident is skipped once", async () => {
  let running = await house.start();
  let call = callerOf(running);
  await furnish({ must: call } as unknown as TestServer, houseWith(smallHouse, [refused]));
  await Promise.all(
    Array.from({ length: count }, (_, at) =>
      call("POST", "/tickets", { channel: "web", subject: `t${at}`, customer: { id: `c${at}` } }),
    ),
  );
  const open = async (): Promise<number> => (await call("GET", "/operations")).incidents.open ?? 0;
  await expect.poll(open, { timeout: 120_000 }).toBe(count);
  const job = await call("POST", "/incidents/bulk", { filter: { status: "open" }, do: "skip" });
  await running.stop();
  running = await house.start();
  call = callerOf(running);
  expect((await call("GET", `/incidents/bulk/${job.id}`)).total).toBe(count);
  await running.bulk.idle();
  const end = await call("GET", `/incidents/bulk/${job.id}`);
  const left = await open();
  await running.stop();
  expect(end).toMatchObject({ done: count, failed: 0, cancelled: 0, status: "done" });
  expect(left).toBe(0);
  const [events] = await readRows(
    house.stored,
    "SELECT COUNT(*) AS n, COUNT(DISTINCT ticket_id) AS t FROM ticket_events WHERE type = 'incident.skip'",
  );
  expect(events).toEqual({ n: count, t: count });
});
