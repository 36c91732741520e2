/** What a mail comes to, on mails as the usual programs write them. */
import { Readable } from "node:stream";
import { Value } from "typebox/value";
import { describe, expect, it } from "vitest";
import { MailConfig } from "./config.ts";
import { readMail } from "./read-mail.ts";
import { stripQuote } from "./strip-quote.ts";
import { toMessageId, toReferences, toThread } from "./thread-ids.ts";
import { plainSubject, refusalOf, ticketNumberOf, toMessage } from "./to-message.ts";

const address = "service@shop.example";
const config = Value.Default(MailConfig, { address, aliases: ["help@shop.example"] }) as MailConfig;
const mail = (headers: Record<string, string>, body = "在吗") => {
  const all = {
    From: "=?UTF-8?B?546L6Iqz?= <Wang@Mail.example>",
    To: address,
    Subject: "Where is it",
    "Message-ID": "<a1@mail.example>",
    "Content-Type": "text/plain; charset=utf-8",
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return readMail(Readable.from([Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body}\r\n`)]));
};

describe("a mail", () => {
  it("is a message of its sender, on a thread of its own", async () => {
    const message = toMessage(await mail({}), config);
    expect(message).toEqual({
      thread: expect.stringMatching(/^m-[0-9a-f]{32}$/),
      id: "<a1@mail.example>",
      customer: { id: "wang@mail.example", name: "王芳" },
      subject: "Where is it",
      text: "在吗",
    });
  });

  it("in HTML alone, in GBK, or without an id is read too", async () => {
    const html = await mail(
      { "Content-Type": "text/html; charset=utf-8" },
      "<p>第一行</p><script>x()</script><p>第二行</p>",
    );
    expect(toMessage(html, config).text).toMatch(/^第一行\s+第二行$/);
    const raw = Buffer.concat([
      Buffer.from(`From: a@b.example\r\nSubject: x\r\nContent-Type: text/plain; charset=gbk\r\n\r\n`),
      Buffer.from([0xcd, 0xcb, 0xbf, 0xee]), // 退款
    ]);
    const gbk = await readMail(Readable.from([raw]));
    expect(gbk.text.trim()).toBe("退款");
    const [first, second] = [toMessage(gbk, config), toMessage(gbk, config)];
    expect(first.id).toBe(second.id);
    expect(first.id.length).toBeGreaterThan(20);
  });

  it("names its attachments and does not keep them", async () => {
    const body = [
      "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n照片见附件\r\n",
      `--b\r\nContent-Type: image/jpeg; name="x.jpg"\r\nContent-Disposition: attachment; filename="x.jpg"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.alloc(300_000).toString("base64")}\r\n`,
      "--b--",
    ].join("");
    const read = await mail({ "Content-Type": 'multipart/mixed; boundary="b"' }, body);
    expect(JSON.stringify(read).length).toBeLessThan(2_000);
    expect(toMessage(read, config).text).toBe("照片见附件\n[附件] x.jpg (293 KB)");
  });
});

describe("a mail that nobody wrote is not taken", () => {
  it.each([
    ["an auto-reply", { "Auto-Submitted": "auto-replied" }],
    ["a generated one", { "Auto-Submitted": "auto-generated (rejected)" }],
    ["bulk", { Precedence: "bulk" }],
    ["an old auto-reply", { Precedence: "auto_reply" }],
    ["one of a list", { "List-Id": "<news.shop.example>" }],
    ["an out-of-office note", { "X-Autoreply": "yes" }],
    ["a report", { "Content-Type": 'multipart/report; report-type=delivery-status; boundary="b"' }],
    ["a bounce", { From: "MAILER-DAEMON@mx.example" }],
    ["our own", { From: "Service <SERVICE@shop.example>" }],
    ["our own alias", { From: "help@shop.example" }],
    ["one of nobody", { From: "undisclosed" }],
  ])("%s", async (_name, headers) => {
    expect(refusalOf(await mail(headers), "wang@mail.example", config)).not.toBeNull();
  });

  it("nor one with an empty return path; a person's is", async () => {
    expect(refusalOf(await mail({}), "", config)).not.toBeNull();
    expect(refusalOf(await mail({}), "wang@mail.example", config)).toBeNull();
    expect(refusalOf(await mail({ "Auto-Submitted": "no" }), undefined, config)).toBeNull();
  });
});

describe("a conversation", () => {
  const of = (referring: object, sender = "wang@mail.example") =>
    toThread({ messageId: "<x@x>", inReplyTo: [], references: [], ...referring }, sender, address);
  const root = of({ messageId: "<a1@mail.example>" });
  const ours = toMessageId(root, "message:1", address);

  it("holds together by References, and by In-Reply-To alone", () => {
    expect(ours).toMatch(/^<m-[0-9a-f]{32}\.[0-9a-f]{24}@shop\.example>$/);
    expect(of({ references: ["<a1@mail.example>", ours], inReplyTo: [ours] })).toBe(root);
    expect(of({ inReplyTo: [ours] })).toBe(root);
    expect(of({ inReplyTo: ["<a1@mail.example>"] })).toBe(root);
    expect(of({ inReplyTo: [ours] }, "colleague@mail.example")).toBe(root);
  });

  it("is not joined by what many have: a newsletter, or another house's mail", () => {
    const letter = { inReplyTo: ["<news@shop.example>"] };
    expect(of(letter, "a@a.example")).not.toBe(of(letter, "b@b.example"));
    const theirs = toMessageId(root, "message:1", "service@evil.example");
    expect(of({ inReplyTo: [theirs] })).not.toBe(root);
  });

  it("has the same Message-ID for every try of an answer", () => {
    expect(toMessageId(root, "message:1", address)).toBe(ours);
    expect(toMessageId(root, "message:2", address)).not.toBe(ours);
    expect(toMessageId("a thread\r\nBcc: x", "k", address)).toMatch(
      /^<t-[0-9a-f]{32}\.[0-9a-f]{24}@shop\.example>$/,
    );
    expect(toReferences(["<a@b>", "evil\r\nBcc: x", "<c d>", "plain", "<e@f>"])).toEqual(["<a@b>", "<e@f>"]);
  });
});

it("a subject names a ticket and has a plain form", () => {
  expect(["Re: x [#1024]", "[#1] 回复：[#22]", "x", "[#0]", "[#1234567890123]"].map(ticketNumberOf)).toEqual([
    1024,
    22,
    undefined,
    undefined,
    undefined,
  ]);
  expect(["Re: RE: 回复：退货 [#12]", "转发: x", "Regarding", "[#7]"].map(plainSubject)).toEqual([
    "退货",
    "x",
    "Regarding",
    "",
  ]);
});

describe("the words of an answer", () => {
  it.each([
    ["Gmail", "好的\n\nOn Mon, Mar 2, 2026 at 10:00 AM Service <s@shop.example> wrote:\n> 请提供单号"],
    [
      "Gmail, broken",
      "好的\n\nOn Mon, Mar 2, 2026 at 10:00 AM Service\n<s@shop.example> wrote:\n> 请提供单号",
    ],
    ["Gmail in Chinese", "好的\n\n客服 <s@shop.example> 于2026年3月2日周一 10:00写道：\n> 请提供单号"],
    ["Apple Mail", "好的\n\n> 在 2026年3月2日，10:00，客服 <s@shop.example> 写道：\n> \n> 请提供单号"],
    ["Apple Mail, unquoted", "好的\n\n在 2026年3月2日，10:00，客服 <s@shop.example> 写道：\n\n请提供单号"],
    ["QQ", '好的\n\n\n------------------ 原始邮件 ------------------\n发件人: "客服"\n请提供单号'],
    ["Outlook", "好的\n\n________________________________\n发件人: 客服\n发送时间: 2026年3月2日\n请提供单号"],
    [
      "Outlook, English",
      "好的\n\nFrom: Service <s@shop.example>\nSent: Monday\nTo: me\nSubject: x\n\n请提供单号",
    ],
    ["Outlook, old", "好的\n\n-----Original Message-----\nFrom: x\n请提供单号"],
    ["NetEase", '好的\n\nAt 2026-03-02 10:00:00, "客服" <s@shop.example> wrote:\n>请提供单号'],
    ["none", "好的\r\n"],
  ])("%s", (_name, text) => {
    expect(stripQuote(text)).toBe("好的");
  });

  it("stay where they are between quoted lines, or look like a quotation", () => {
    expect(stripQuote("> 单号？\nSF1001\n> 电话？\n138")).toBe("> 单号？\nSF1001\n> 电话？\n138");
    expect(stripQuote("发件人: 王芳\n请退货")).toBe("发件人: 王芳\n请退货");
    expect(stripQuote("On Monday I wrote: please")).toBe("On Monday I wrote: please");
    expect(stripQuote("> 全是引用")).toBe("> 全是引用");
  });
});

it("hostile mails are read in time and stay within bounds", async () => {
  const deep = Array.from(
    { length: 300 },
    (_, i) => `--b${i}\r\nContent-Type: multipart/mixed; boundary="b${i + 1}"\r\n\r\n`,
  );
  const read = await mail({ "Content-Type": 'multipart/mixed; boundary="b0"' }, deep.join(""));
  expect(read.text.length).toBeLessThan(90_001);
  const long = await mail({}, "On ".repeat(200_000));
  expect(toMessage(long, config).text.length).toBeLessThanOrEqual(90_000);
  expect(stripQuote(`On ${"x ".repeat(50_000)}`)).toContain("x x");
});
