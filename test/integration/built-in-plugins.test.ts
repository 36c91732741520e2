/** The plugins that come with Sluice, all of them in a real server, against services that speak their protocols. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { configurePlugin } from "../support/requests.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import { type Asked, type Service, startService } from "../support/stand-ins.ts";

let server: TestServer;
const closing: (() => Promise<unknown> | unknown)[] = [];

async function serve(answer: (asked: Asked) => unknown): Promise<Service> {
  const service = await startService(answer);
  closing.push(() => service.close());
  return service;
}

const configure = (plugin: string, config: object, secrets: Record<string, string> = {}) =>
  configurePlugin(server, plugin, config, secrets);
const whole = (id: string) => server.must("GET", `/tickets/${id}`);
const answer = (ticket: string, text: string) =>
  server.must("POST", `/tickets/${ticket}/messages`, { author: "agent", public: true, text });
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server?.stop();
  for (const close of closing) await close();
});

describe("before anything is configured", () => {
  it("they are there, without a process; channels and models are off", async () => {
    const { items } = await server.must("GET", "/plugins");
    const seen = items.map(({ id, enabled, state }: { id: string; enabled: boolean; state: string }) => [
      id,
      enabled,
      state,
    ]);
    expect(seen).toEqual([
      ["http", true, "idle"],
      ["notify", true, "idle"],
      ["erp", true, "idle"],
      ["logistics", true, "idle"],
      ["llm", false, "idle"],
      ["channel-web", false, "idle"],
      ["channel-email", false, "idle"],
      ["channel-phone", false, "idle"],
    ]);
    const { actions, facts } = await server.must("GET", "/catalog");
    const ids = [...actions, ...facts].map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining(["notify.wecom", "erp.order", "logistics.stalledDays"]));
    expect(ids).not.toContain("llm.classify");
  });

  it("channels by these names go on as names: nothing is sent, nothing is received", async () => {
    for (const channel of ["web", "mail", "phone"]) {
      const { id } = await server.must("POST", "/tickets", {
        channel,
        subject: "在吗",
        customer: { id: "c-0" },
      });
      await answer(id, "在的");
      await server.settled();
      expect((await server.must("GET", `/jobs?ticket=${id}`)).items).toEqual([]);
      expect((await server.raw("POST", `/api/v1/channels/${channel}/inbound`, "{}")).status).toBe(404);
    }
    expect((await server.must("GET", "/incidents")).items).toEqual([]);
  });
});

describe("a workflow", () => {
  const node = (id: string, type: string, config: object) => ({ id, type, position: { x: 0, y: 0 }, config });
  const edge = (id: string, source: string, sourcePort: string, target: string) => ({
    id,
    source,
    sourcePort,
    target,
  });
  const act = (action: string, input: object, saveAs: string) => ({ action, version: "1", input, saveAs });
  const workflow = {
    kind: "workflow",
    key: "stalled",
    name: "stalled",
    formatVersion: 1,
    spec: {
      variables: {
        order: { type: "object" },
        track: { type: "object" },
        back: { type: "object" },
        told: { type: "object" },
      },
      nodes: [
        node("n1", "trigger", {
          on: "ticket.created",
          when: { fact: "ticket.subject", operator: "containsText", value: "快递" },
        }),
        node("n2", "branch", {
          branches: [
            {
              id: "late",
              name: "停滞",
              when: {
                all: [
                  { fact: "logistics.stalledDays", operator: "greaterThanInclusive", value: 3 },
                  { fact: "erp.order-status", operator: "equal", value: "shipped" },
                ],
              },
            },
          ],
        }),
        node("n3", "action", act("erp.order", { id: "{{ order.id }}" }, "order")),
        node("n4", "action", act("logistics.track", { no: "{{ order.trackingNo }}" }, "track")),
        node("n5", "action", act("erp.create-return", { orderId: "{{ order.id }}", reason: "停滞" }, "back")),
        node(
          "n6",
          "action",
          act(
            "notify.wecom",
            { text: "{{ vars.order.id }} 停在 {{ vars.track.place }}，退货单 {{ vars.back.id }}" },
            "told",
          ),
        ),
      ],
      edges: [
        edge("e1", "n1", "out", "n2"),
        edge("e2", "n2", "late", "n3"),
        edge("e3", "n3", "ok", "n4"),
        edge("e4", "n4", "ok", "n5"),
        edge("e5", "n5", "ok", "n6"),
      ],
    },
  };

  it("decides by facts of ERP and carrier, and calls ERP, carrier and WeCom", async () => {
    const at = new Date(Date.now() - 4 * 86_400_000).toISOString();
    const erp = await serve(({ url }) =>
      url === "/orders/TB-1"
        ? { id: "TB-1", status: "shipped", paidAmount: 99 }
        : { id: "R-1", status: "open" },
    );
    const tms = await serve(() => ({
      state: "in-transit",
      events: [{ at, place: "上海", text: "到达" }],
    }));
    const wecom = await serve(() => ({ errcode: 0, errmsg: "ok" }));
    await configure("erp", { baseUrl: erp.origin }, { TOKEN: "erp-token" });
    await configure("logistics", { provider: "rest", rest: { url: `${tms.origin}/{no}` } });
    await configure("notify", {}, { WECOM_WEBHOOK: `${wecom.origin}/cgi-bin/webhook/send?key=robot-key` });
    await server.must("POST", "/documents/import?publish=true", { documents: [workflow] });
    const { id } = await server.must("POST", "/tickets", {
      channel: "taobao",
      subject: "快递不动了",
      customer: { id: "c-1" },
      order: { id: "TB-1", trackingNo: "SF1" },
    });
    await expect.poll(() => wecom.asked.length).toBe(1);
    expect(JSON.parse(wecom.asked[0]?.body ?? "")).toEqual({
      msgtype: "text",
      text: { content: "TB-1 停在 上海，退货单 R-1" },
    });
    const returns = erp.asked.filter(({ url }) => url === "/returns");
    expect(returns).toHaveLength(1);
    expect(returns[0]?.headers).toMatchObject({ authorization: "Bearer erp-token" });
    expect(returns[0]?.headers["idempotency-key"]).toMatch(/:n5:1$/);
    await server.settled();
    const { items } = await server.must("GET", `/jobs?ticket=${id}`);
    expect(items.map(({ status }: { status: string }) => status)).toEqual(["done", "done", "done", "done"]);
    for (const path of [`/tickets/${id}/timeline`, `/jobs?ticket=${id}`, "/plugins", "/audit"])
      expect(JSON.stringify(await server.must("GET", path))).not.toMatch(/robot-key|erp-token/);
  });
});

describe("a model", () => {
  it("is asked once it is switched on, and its answer shows its price", async () => {
    const content = JSON.stringify({ category: "return", confidence: 0.8 });
    const model = await serve(() => ({
      model: "m-1",
      choices: [{ finish_reason: "stop", message: { content } }],
      usage: { prompt_tokens: 50, completion_tokens: 10, total_tokens: 60 },
    }));
    await configure("llm", { baseUrl: `${model.origin}/v1`, model: "m-1" }, { API_KEY: "llm-key" });
    const input = { text: "{{ ticket.text }}", categories: [{ key: "return" }, { key: "other" }] };
    const workflow = {
      kind: "workflow",
      key: "ask-model",
      name: "ask-model",
      formatVersion: 1,
      spec: {
        variables: { found: { type: "object" } },
        nodes: [
          {
            id: "n1",
            type: "trigger",
            position: { x: 0, y: 0 },
            config: {
              on: "ticket.created",
              when: { fact: "ticket.subject", operator: "equal", value: "衣服小了" },
            },
          },
          {
            id: "n2",
            type: "action",
            position: { x: 0, y: 0 },
            config: { action: "llm.classify", version: "1", input, saveAs: "found" },
          },
          {
            id: "n3",
            type: "update",
            position: { x: 0, y: 0 },
            config: { addTags: ["{{ vars.found.category }}", "{{ vars.found.usage.totalTokens }}"] },
          },
        ],
        edges: [
          { id: "e1", source: "n1", sourcePort: "out", target: "n2" },
          { id: "e2", source: "n2", sourcePort: "ok", target: "n3" },
        ],
      },
    };
    await server.must("POST", "/documents/import?publish=true", { documents: [workflow] });
    const { id } = await server.must("POST", "/tickets", {
      channel: "taobao",
      subject: "衣服小了",
      customer: { id: "c-1" },
    });
    await expect.poll(async () => (await whole(id)).tags).toEqual(["return", "60"]);
    expect(model.asked[0]?.headers.authorization).toBe("Bearer llm-key");
  });
});
