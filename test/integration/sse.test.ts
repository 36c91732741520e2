/** `GET /events`: what happens reaches a page that listens, over a real connection. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringOnline, furnish } from "../support/house.ts";
import { listen } from "../support/listen.ts";
import { createTickets } from "../support/requests.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import { smallHouse } from "../support/small-house.ts";

describe("the event stream", () => {
  let server: TestServer;
  let origin: string;

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server, smallHouse);
    await bringOnline(server, ["a1"]);
    origin = await server.listen();
  });
  afterAll(() => server.stop());

  it("tells of tickets as they are committed, in order", async () => {
    const { response, heard } = await listen(origin, "ticket", (told) => told.length === 3);
    expect(response.statusCode).toBe(200);
    expect(response.headers["content-type"]).toBe("text/event-stream; charset=utf-8");
    const [ticket] = await createTickets(server, 1);
    await server.must("PATCH", `/tickets/${ticket.id}`, { stage: "处理中" });
    await server.must("PATCH", `/tickets/${ticket.id}`, { status: "resolved" });
    const told = await heard;
    expect(told.map(({ event, data }) => [event, data.id, data.seq, data.status, data.created])).toEqual([
      ["ticket", ticket.id, 1, "new", true],
      ["ticket", ticket.id, 2, "new", false],
      ["ticket", ticket.id, 3, "resolved", false],
    ]);
    expect(told[0]?.data).toMatchObject({ assignee: "a1", number: ticket.number });
  });

  it("tells only of the topics that were asked for", async () => {
    const { heard } = await listen(origin, "presence,documents", (told) => told.length === 2);
    await createTickets(server, 1);
    await server.must("PUT", "/agents/a2/presence", { presence: "break" });
    await server.must("POST", "/documents/calendar/office/publish");
    const document = smallHouse.documents.find(({ kind }) => kind === "calendar");
    await server.must("POST", "/documents/import?publish=true", {
      documents: [{ ...document, name: "改名" }],
    });
    const told = await heard;
    expect(told.map(({ event }) => event)).toEqual(["presence", "documents"]);
    expect(told[0]?.data).toEqual({ agent: "a2", presence: "break" });
    expect(told[1]?.data).toMatchObject({ kind: "calendar", key: "office", revision: 2 });
  });

  it("is not for strangers", async () => {
    const reply = await server.raw("GET", "/api/v1/events");
    expect([reply.status, reply.body.code]).toEqual([401, "auth.required"]);
  });
});
