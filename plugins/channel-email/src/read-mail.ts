/**
 * A raw mail as what the channel needs of it. Attachments are read past, not kept: a mail may be larger than what the
 * process has. What is text is bounded.
 */
import type { Readable } from "node:stream";
import { type Static, Type } from "typebox";

const Text = Type.String();

/** A mail, as JSON between the listener and the house. */
export const Mail = Type.Object({
  messageId: Text,
  inReplyTo: Type.Array(Text),
  references: Type.Array(Text),
  from: Type.Object({ address: Text, name: Text }),
  subject: Text,
  text: Text,
  attachments: Type.Array(Type.Object({ name: Text, size: Type.Number() })),
  /** Why it is no person's mail (RFC 3834 and what is usual besides), or `null`. */
  automatic: Type.Union([Text, Type.Null()]),
});
export type Mail = Static<typeof Mail>;

/** Characters of a mail's text that are kept. */
const maxText = 90_000;
const maxAttachments = 50;

type Headers = ReadonlyMap<string, unknown>;

const textOf = (value: unknown): string =>
  (Array.isArray(value) ? value.join(" ") : typeof value === "string" ? value : "").trim();

/** Message-IDs in a header, oldest first. */
const idsOf = (value: unknown): readonly string[] =>
  textOf(value)
    .match(/<[^<>\s]+>/g)
    ?.slice(-50) ?? [];

function senderOf(value: unknown): Mail["from"] {
  const [first] =
    (value as { value?: readonly { address?: string; name?: string }[] } | undefined)?.value ?? [];
  return { address: (first?.address ?? "").toLowerCase(), name: (first?.name ?? "").slice(0, 200) };
}

/** Sources: RFC 3834 (Auto-Submitted), RFC 2076 (Precedence), RFC 2919 (List-Id), RFC 6522 (reports), usual practice. */
function automaticBecause(headers: Headers): string | null {
  const submitted = textOf(headers.get("auto-submitted")).toLowerCase();
  if (submitted !== "" && submitted !== "no") return `Auto-Submitted: ${submitted.slice(0, 60)}`;
  const precedence = textOf(headers.get("precedence")).toLowerCase();
  if (/^(bulk|junk|list|auto_reply)/.test(precedence)) return `Precedence: ${precedence.slice(0, 60)}`;
  const told = ["x-autoreply", "x-autorespond", "x-autoresponder"].find((name) => headers.has(name));
  if (told !== undefined) return told;
  const list = headers.get("list") as Readonly<Record<string, unknown>> | undefined;
  if (list && Object.hasOwn(list, "id")) return "List-Id";
  const type = headers.get("content-type") as { value?: string } | undefined;
  return type?.value === "multipart/report" ? "multipart/report" : null;
}

/** Reads a mail to its end. Rejects when it is none, or breaks off. */
export async function readMail(raw: Readable): Promise<Mail> {
  const { MailParser } = await import("mailparser");
  const parser = new MailParser({
    skipImageLinks: true,
    skipTextToHtml: true,
    maxHtmlLengthToParse: 1_000_000,
  });
  let headers: Headers = new Map();
  let text = "";
  const attachments: Mail["attachments"] = [];
  await new Promise<void>((resolve, reject) => {
    parser.on("headers", (found) => {
      headers = found as Headers;
    });
    parser.on("data", (part) => {
      if (part.type === "text") {
        text = (part.text ?? "").slice(0, maxText);
        return;
      }
      const attachment = { name: (part.filename ?? part.contentType ?? "").slice(0, 200), size: 0 };
      if (attachments.length < maxAttachments) attachments.push(attachment);
      const content = part.content as Readable;
      content.on("data", (chunk: Buffer) => {
        attachment.size += chunk.length;
      });
      content.on("end", () => part.release?.());
      content.on("error", reject);
    });
    parser.on("end", resolve);
    parser.on("error", (error: Error) => {
      raw.resume(); // Whoever sends it is only told once it has been read to its end.
      reject(error);
    });
    raw.on("error", reject);
    raw.pipe(parser);
  });
  return {
    messageId: idsOf(headers.get("message-id")).at(0) ?? "",
    inReplyTo: [...idsOf(headers.get("in-reply-to"))],
    references: [...idsOf(headers.get("references"))],
    from: senderOf(headers.get("from")),
    subject: textOf(headers.get("subject")).slice(0, 500),
    text,
    attachments,
    automatic: automaticBecause(headers),
  };
}
