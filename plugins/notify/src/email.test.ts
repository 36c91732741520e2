/** Mail over a real SMTP server in this process: what arrives, and what becomes of its answers. */
import { runAction, testAction } from "@sluice/plugin-sdk";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { emailAction, messageIdOf } from "./email.ts";

let mails: { from: string; to: readonly string[]; raw: string }[] = [];
let logins: string[] = [];
const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });
const silent = "silent@shop.example";

const server = new SMTPServer({
  disabledCommands: ["STARTTLS"],
  allowInsecureAuth: true,
  closeTimeout: 50,
  authOptional: true,
  onAuth({ username = "", password = "" }, _session, done) {
    logins.push(username);
    if (password === "right") done(null, { user: username });
    else done(refusal(535, "authentication failed"));
  },
  onRcptTo({ address }, _session, done) {
    if (address === silent) return; // Never answers.
    if (address.startsWith("full")) done(refusal(452, "mailbox full"));
    else if (address.startsWith("gone")) done(refusal(550, "no such user"));
    else done();
  },
  onData(stream, { envelope }, done) {
    let raw = "";
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      raw += chunk;
    });
    stream.on("end", () => {
      const from = envelope.mailFrom ? envelope.mailFrom.address : "";
      mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw });
      done();
    });
  },
});
let port = 0;
beforeAll(async () => {
  const listening = server.listen(0, "127.0.0.1");
  await new Promise<void>((resolve) => listening.once("listening", resolve));
  const address = listening.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
beforeEach(() => {
  mails = [];
  logins = [];
});

const smtp = () => ({ host: "127.0.0.1", port, security: "none", from: "客服中心 <service@shop.example>" });
const send = (input: object, config: object = { smtp: smtp() }, secrets: Record<string, string> = {}) =>
  runAction(emailAction as never, {
    input: { to: ["lead@shop.example"], subject: "超时", text: "请处理", ...input },
    config,
    secrets,
    idempotencyKey: "run:node:1",
    attempt: 1,
    signal: new AbortController().signal,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    progress: () => {},
  });

it("does what an action has to", async () => {
  const hangingInput = { to: [silent], cc: [], subject: "x", text: "x" };
  const report = await testAction(emailAction, { config: { smtp: smtp() }, hangingInput, timeLimitMs: 200 });
  expect(report.checks.filter(({ passed }) => !passed)).toEqual([]);
});

it("arrives with a Message-ID that is the same for every try, and says that no person wrote it", async () => {
  const first = await send({ cc: ["a@shop.example"], subject: "工单 1\r\nBcc: evil@x.example" });
  const second = await send({});
  expect(first).toMatchObject({
    ok: true,
    output: { messageId: messageIdOf("run:node:1", "x@shop.example") },
  });
  expect(second).toMatchObject({ ok: true, output: first.ok ? (first.output as object) : {} });
  expect(mails[0]?.to).toEqual(["lead@shop.example", "a@shop.example"]);
  expect(mails[0]?.raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
  expect(mails[0]?.raw).not.toMatch(/^Bcc:/m);
  expect(messageIdOf("run:node:2", "x@shop.example")).not.toBe(messageIdOf("run:node:1", "x@shop.example"));
});

it.each([
  ["full@shop.example", "notify.busy", true],
  ["gone@shop.example", "notify.refused", false],
])("to %s ends as %s", async (to, code, retryable) => {
  expect(await send({ to: [to] })).toMatchObject({ ok: false, code, retryable });
});

it("signs in, and says when it may not", async () => {
  const config = { smtp: { ...smtp(), user: "service" } };
  expect(await send({}, config)).toMatchObject({ code: "notify.not-configured" });
  expect(await send({}, config, { SMTP_PASSWORD: "right" })).toMatchObject({ ok: true });
  const wrong = await send({}, config, { SMTP_PASSWORD: "wr0ng-password" });
  expect(wrong).toMatchObject({ code: "notify.refused", retryable: false });
  expect(JSON.stringify(wrong)).not.toContain("wr0ng-password");
  expect(logins).toEqual(["service", "service"]);
});

it("goes only where the operator allows, and over an encrypted line unless told otherwise", async () => {
  const config = { smtp: smtp(), recipientDomains: ["Shop.example"] };
  expect(await send({}, config)).toMatchObject({ ok: true });
  expect(await send({ to: ["x@evil.example"] }, config)).toMatchObject({ code: "notify.recipient-refused" });
  expect(await send({ to: ["x@shop.example.evil"] }, config)).toMatchObject({
    code: "notify.recipient-refused",
  });
  expect(await send({}, { smtp: { ...smtp(), security: "starttls" } })).toMatchObject({ ok: false });
  expect(mails).toHaveLength(1);
});

it("without a server says so, and one that is away is worth another try", async () => {
  expect(await send({}, {})).toMatchObject({ code: "notify.not-configured", retryable: false });
  expect(await send({}, { smtp: { ...smtp(), port: 1 } })).toMatchObject({
    code: "notify.busy",
    retryable: true,
  });
});
