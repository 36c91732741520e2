/** The channels that come with Sluice in a real server: signed requests, calls and mail over real SMTP, both ways. */
import { createHmac } from "node:crypto";
import { createTransport, type SendMailOptions } from "nodemailer";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { configurePlugin } from "../support/requests.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import {
  type Asked,
  freePort,
  type Service,
  type SmtpSink,
  startService,
  startSmtpSink,
} from "../support/stand-ins.ts";

let server: TestServer;
const closing: (() => Promise<unknown> | unknown)[] = [];

async function serve(answer: (asked: Asked) => unknown): Promise<Service> {
  const service = await startService(answer);
  closing.push(() => service.close());
  return service;
}

const configure = (plugin: string, config: object, secrets: Record<string, string> = {}) =>
  configurePlugin(server, plugin, config, secrets);
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
    const shop = await serve(({ body }) => ({ id: `shown-${body.length}` }));
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
  let sink: SmtpSink;

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
    closing.push(() => sink.close());
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
