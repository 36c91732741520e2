/** The plugins that come with Sluice, all of them in a real server, against services that speak their protocols. */
import { createHmac } from "node:crypto";
import { createServer, type Server as HttpServer, type IncomingMessage } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { createTransport, type SendMailOptions } from "nodemailer";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
const closing: (() => Promise<unknown> | unknown)[] = [];

interface Asked {
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A service that answers by `answer` and remembers what it was asked. */
async function startService(answer: (asked: Asked) => unknown): Promise<{ origin: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const service: HttpServer = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const one = { url: request.url ?? "", headers: request.headers, body };
    asked.push(one);
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer(one) ?? {}));
  });
  await new Promise<void>((resolve) => service.listen(0, "localhost", resolve));
  closing.push(() => service.close());
  return { origin: `http://localhost:${(service.address() as AddressInfo).port}`, asked };
}

/** A mail server that takes everything. */
async function startSmtpSink(): Promise<{ port: number; mails: string[] }> {
  const mails: string[] = [];
  const sink = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    closeTimeout: 100,
    onData(stream, _session, done) {
      let raw = "";
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        raw += chunk;
      });
      stream.on("end", () => {
        mails.push(raw);
        done();
      });
    },
  });
  const listening = sink.listen(0, "127.0.0.1");
  await new Promise<void>((resolve) => listening.once("listening", resolve));
  closing.push(() => new Promise<void>((resolve) => sink.close(() => resolve())));
  return { port: (listening.address() as AddressInfo).port, mails };
}

async function freePort(): Promise<number> {
  const probe = createTcpServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return port;
}

const configure = async (plugin: string, config: object, secrets: Record<string, string> = {}) => {
  for (const [name, value] of Object.entries(secrets))
    await server.must("PUT", `/secrets/${plugin}/${name}`, { value });
  await server.must("PUT", `/plugins/${plugin}`, { enabled: true, config });
};
const pluginOf = (id: string) => server.must("GET", `/plugins/${id}`);
const ticketsOn = async (channel: string) =>
  (await server.must("GET", `/tickets?channel=${channel}&sort=newest`)).items;
const whole = (id: string) => server.must("GET", `/tickets/${id}`);
const textsOf = async (id: string) => (await whole(id)).messages.map(({ text }: { text: string }) => text);
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
    const erp = await startService(({ url }) =>
      url === "/orders/TB-1"
        ? { id: "TB-1", status: "shipped", paidAmount: 99 }
        : { id: "R-1", status: "open" },
    );
    const tms = await startService(() => ({
      state: "in-transit",
      events: [{ at, place: "上海", text: "到达" }],
    }));
    const wecom = await startService(() => ({ errcode: 0, errmsg: "ok" }));
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

const signed = (secret: string, value: unknown) => {
  const body = JSON.stringify(value);
  const seconds = String(Math.floor(Date.now() / 1_000));
  const hex = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return [
    body,
    { "content-type": "application/json", "sluice-timestamp": seconds, "sluice-signature": `sha256=${hex}` },
  ] as const;
};
const deliver = (channel: string, secret: string, value: unknown) =>
  server.raw("POST", `/api/v1/channels/${channel}/inbound`, ...signed(secret, value));

describe("the channel web", () => {
  it("takes signed messages and calls back, signed, with the answer", async () => {
    const secret = "web-secret";
    const shop = await startService(({ body }) => ({ id: `shown-${body.length}` }));
    await configure("channel-web", { callbackUrl: shop.origin }, { SECRET: secret });
    const message = { thread: "s-1", id: "m-1", customer: { id: "u-1", name: "王芳" }, text: "什么时候发货" };
    expect((await deliver("web", secret, message)).status).toBe(204);
    expect((await deliver("web", secret, message)).status).toBe(204);
    expect((await deliver("web", "another", message)).status).toBe(403);
    const [ticket, ...others] = (await ticketsOn("web")).filter(
      ({ subject }: { subject: string }) => subject === "什么时候发货",
    );
    expect(others).toEqual([]);
    await answer(ticket.id, "今天发货");
    await expect.poll(() => shop.asked.length).toBe(1);
    const [got] = shop.asked;
    expect(JSON.parse(got?.body ?? "")).toMatchObject({
      thread: "s-1",
      text: "今天发货",
      inReplyTo: ["m-1"],
    });
    const hex = createHmac("sha256", secret)
      .update(`${got?.headers["sluice-timestamp"]}.${got?.body}`)
      .digest("hex");
    expect(got?.headers["sluice-signature"]).toBe(`sha256=${hex}`);
  });
});

describe("the channel phone", () => {
  it("makes a ticket of a call, one of a day's missed calls, and sends nothing", async () => {
    const secret = "phone-secret";
    await configure("channel-phone", {}, { SECRET: secret });
    const ended = {
      event: "call.ended",
      callId: "k-1",
      from: "13800000001",
      summary: "要换货",
      durationSeconds: 61,
    };
    const missed = (callId: string) => ({ event: "call.missed", callId, from: "13800000002" });
    expect((await deliver("phone", secret, ended)).status).toBe(204);
    expect((await deliver("phone", secret, [missed("k-2"), missed("k-3")])).status).toBe(204);
    expect((await deliver("phone", "another", ended)).status).toBe(403);
    const [second, first] = await ticketsOn("phone");
    expect(first).toMatchObject({ subject: "电话 13800000001" });
    expect((await whole(first.id)).body).toBe("要换货\n时长：1 分 1 秒");
    expect(second).toMatchObject({ subject: "未接来电 13800000002" });
    expect(await textsOf(second.id)).toHaveLength(1);
    await answer(first.id, "已回电");
    await server.settled();
    expect((await server.must("GET", `/jobs?ticket=${first.id}`)).items).toEqual([]);
  });
});

describe("the channel mail", () => {
  const address = "service@shop.example";
  const customer = "wang@mail.example";
  let listener = 0;
  let sink: Awaited<ReturnType<typeof startSmtpSink>>;

  const mail = (options: SendMailOptions) => {
    const client = createTransport({ host: "127.0.0.1", port: listener, ignoreTLS: true });
    return client.sendMail({ from: `王芳 <${customer}>`, to: address, text: "在吗", ...options });
  };
  const headerOf = (raw: string | undefined, name: string) =>
    new RegExp(`^${name}:(.*(?:\\r?\\n[ \\t].*)*)`, "im")
      .exec(raw ?? "")?.[1]
      ?.replaceAll(/\s+/g, " ")
      .trim();

  beforeAll(async () => {
    sink = await startSmtpSink();
    listener = await freePort();
    await configure("channel-email", {
      address,
      name: "Shop",
      inbound: { port: listener },
      smtp: { host: "127.0.0.1", port: sink.port, security: "none" },
    });
    // The listener opens when its process is up.
    const client = createTransport({ host: "127.0.0.1", port: listener, ignoreTLS: true });
    await vi.waitFor(() => client.verify(), { timeout: 30_000, interval: 100 });
  });

  it("makes a ticket of a mail, and the answer arrives on the customer's thread", async () => {
    const photo = { filename: "photo.jpg", content: Buffer.alloc(2_000_000, 7) };
    await mail({ subject: "Where is my parcel", messageId: "<a1@mail.example>", attachments: [photo] });
    await mail({ subject: "Where is my parcel", messageId: "<a1@mail.example>" }); // Delivered twice.
    const [ticket] = await ticketsOn("mail");
    expect(await whole(ticket.id)).toMatchObject({
      subject: "Where is my parcel",
      body: "在吗\n[附件] photo.jpg (1.9 MB)",
      customer: { id: customer, name: "王芳" },
      messages: [],
    });
    await answer(ticket.id, "On its way");
    await expect.poll(() => sink.mails.length).toBe(1);
    const [got] = sink.mails;
    expect(headerOf(got, "Subject")).toBe(`Re: Where is my parcel [#${ticket.number}]`);
    expect(headerOf(got, "From")).toBe(`Shop <${address}>`);
    expect(headerOf(got, "To")).toContain(customer);
    expect(headerOf(got, "In-Reply-To")).toBe("<a1@mail.example>");
    expect(headerOf(got, "References")).toBe("<a1@mail.example>");
    expect(headerOf(got, "Auto-Submitted")).toBeUndefined();

    const ours = headerOf(got, "Message-ID") ?? "";
    expect(ours).toMatch(/^<m-[0-9a-f]{32}\.[0-9a-f]{24}@shop\.example>$/);
    await server.advance("PT1M");
    const quoted = "谢谢\n\nOn Mon, Mar 2, 2026 at 10:00 AM Shop <service@shop.example> wrote:\n> On its way";
    await mail({
      subject: "Re: Where is my parcel",
      inReplyTo: ours,
      messageId: "<a2@mail.example>",
      text: quoted,
    });
    await expect.poll(() => textsOf(ticket.id)).toEqual(["On its way", "谢谢"]);
    await answer(ticket.id, "You are welcome");
    await expect.poll(() => sink.mails.length).toBe(2);
    expect(headerOf(sink.mails[1], "References")).toBe("<a1@mail.example> <a2@mail.example>");
    expect(headerOf(sink.mails[1], "Message-ID")).not.toBe(ours);
  });

  it("believes a number in the subject only of the same customer", async () => {
    const [ticket] = await ticketsOn("mail");
    const subject = `Question [#${ticket.number}]`;
    await mail({ subject, messageId: "<b1@mail.example>", text: "没有引用" });
    expect(await textsOf(ticket.id)).toContain("没有引用");
    await mail({ from: "other@mail.example", subject, messageId: "<b2@mail.example>", text: "偷看" });
    expect(await textsOf(ticket.id)).not.toContain("偷看");
    const [newest] = await ticketsOn("mail");
    expect(newest).toMatchObject({ subject: "Question" });
    expect(newest.id).not.toBe(ticket.id);
  });

  it("takes no machine's mail, and relays nothing", async () => {
    const before = await ticketsOn("mail");
    await mail({ subject: "Out of office", headers: { "Auto-Submitted": "auto-replied" } });
    await mail({ subject: "News", headers: { Precedence: "bulk" } });
    await mail({ subject: "Bounce", envelope: { from: "", to: address } });
    await expect(mail({ to: "somebody@else.example" })).rejects.toMatchObject({ responseCode: 550 });
    expect(await ticketsOn("mail")).toEqual(before);
    const forged = await server.raw("POST", "/api/v1/channels/mail/inbound", "From: a@b.example\r\n\r\nx", {
      "content-type": "message/rfc822",
    });
    expect(forged.status).toBe(403);
  });

  it("marks what a workflow writes, so that no machine answers it", async () => {
    const [ticket] = await ticketsOn("mail");
    const before = sink.mails.length;
    await server.must("POST", `/tickets/${ticket.id}/messages`, {
      author: "bot",
      public: true,
      text: "已收到",
    });
    await expect.poll(() => sink.mails.length).toBe(before + 1);
    expect(headerOf(sink.mails.at(-1), "Auto-Submitted")).toBe("auto-replied");
  });

  it("that is switched off ends its listener and its process", async () => {
    const { settings } = await pluginOf("channel-email");
    expect((await pluginOf("channel-email")).state).toBe("ready");
    await server.must("PUT", "/plugins/channel-email", { ...settings, enabled: false });
    await expect
      .poll(() =>
        mail({ subject: "x" }).then(
          () => "taken",
          () => "closed",
        ),
      )
      .toBe("closed");
    expect((await pluginOf("channel-email")).state).toBe("idle");
  });
});

describe("a model", () => {
  it("is asked once it is switched on, and its answer shows its price", async () => {
    const content = JSON.stringify({ category: "return", confidence: 0.8 });
    const model = await startService(() => ({
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
