/** Downtime over the edge of a campaign: what it loosened in time is not broken when the server is back. */
import type { AnyDocument } from "@sluice/schemas";
import { afterEach, beforeEach, expect, it } from "vitest";
import { furnish, publish } from "../support/house.ts";
import { createTickets } from "../support/requests.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import { houseWith, smallHouse } from "../support/small-house.ts";

const hour = 3_600_000;
const at = Date.parse("2026-03-02T10:00:00+08:00");
const utc = (ms: number): string => new Date(ms).toISOString();

/** From an hour on, P3 get twice as long; what runs already, too. */
const window = { from: utc(at + hour), until: utc(at + 5 * hour) };
const rush: AnyDocument = {
  kind: "campaign",
  key: "rush",
  name: "大促",
  formatVersion: 1,
  spec: {
    ...window,
    phases: [
      {
        id: "first",
        ...window,
        sla: [{ policy: "default", scale: { firstResponse: 2 }, inFlight: "retarget", onEnd: "retarget" }],
      },
    ],
  },
};

/** The policy of the house with a red card that escalates. */
const documents = smallHouse.documents.flatMap((document): readonly AnyDocument[] => {
  if (document.kind !== "sla") return [];
  const red = { id: "red", metric: "*", at: "PT0S", card: "red", escalate: true } as const;
  return [{ ...document, spec: { ...document.spec, reminders: [red] } }];
});

let server: TestServer;

beforeEach(async () => {
  server = await startTestServer();
  await furnish(server, houseWith(smallHouse, documents));
});
afterEach(() => server.stop());

/** The clock stands at the later instant at once, as after a stop of the server. */
async function downUntil(later: number): Promise<void> {
  const { clock } = server.server.app.context;
  (clock as typeof clock & { set(at: number): void }).set(later);
  await server.setClock(utc(later));
  await server.settled();
}

const first = async (ticket: { readonly id: string }) => {
  const { sla, escalated } = await server.must("GET", `/tickets/${ticket.id}`);
  return { ...sla.firstResponse, escalated };
};

it("breaks no promise that a start in between had loosened", async () => {
  await publish(server, [rush]);
  const [ticket] = await createTickets(server, 1);
  expect((await first(ticket)).due).toBe(utc(at + 2 * hour));
  await downUntil(at + 3.5 * hour);
  expect(await first(ticket)).toMatchObject({ due: utc(at + 4 * hour), state: "running", escalated: false });
});

it("counts a promise that broke in between as of its own instant, whatever the end made of it", async () => {
  await publish(server, [rush]);
  const [ticket] = await createTickets(server, 1);
  await downUntil(at + 6 * hour);
  // Due at 14:00 under the campaign: broken before it ended at 15:00, when the usual 12:00 came back.
  expect(await first(ticket)).toMatchObject({
    due: utc(at + 2 * hour),
    state: "breached",
    escalated: true,
  });
});
