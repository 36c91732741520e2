/**
 * Which conversation a mail belongs to. Our own Message-IDs name it, so that a mail program that keeps only In-Reply-To
 * is understood too; else it is the oldest mail referred to (RFC 5322, 3.6.4), together with who writes: customers who
 * answer one newsletter are not one conversation.
 */
import { createHash } from "node:crypto";

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A thread as our Message-IDs can hold it. */
const isPlain = (thread: string): boolean => /^[A-Za-z0-9-]{1,64}$/.test(thread);

/** The Message-ID of an answer: the same for every try, as it comes of the key. */
export function toMessageId(thread: string, key: string, address: string): string {
  const domain = address.slice(address.lastIndexOf("@") + 1);
  const name = isPlain(thread) ? thread : `t-${digest(thread).slice(0, 32)}`;
  return `<${name}.${digest(key).slice(0, 24)}@${domain}>`;
}

/** The thread that one of our Message-IDs names, or `null` when it is not ours. */
function threadOf(messageId: string, address: string): string | null {
  const [, name, domain = ""] = /^<([A-Za-z0-9-]{1,64})\.[0-9a-f]{24}@([^<>\s]+)>$/.exec(messageId) ?? [];
  const ours = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  return name !== undefined && domain.toLowerCase() === ours ? name : null;
}

/** What a mail says of its place; ids with their angle brackets, oldest first. */
export interface Referring {
  readonly messageId: string;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
}

/** The thread of a mail that `sender` wrote to the house's `address`. */
export function toThread(
  { messageId, inReplyTo, references }: Referring,
  sender: string,
  address: string,
): string {
  const referred = [...references, ...inReplyTo];
  for (const id of referred.toReversed()) {
    const ours = threadOf(id, address);
    if (ours !== null) return ours;
  }
  const root = referred[0] ?? messageId;
  return `m-${digest(`${root}\n${sender}`).slice(0, 32)}`;
}

/** Ids of customers' mails that can stand in a header again. */
export const toReferences = (ids: readonly string[]): readonly string[] =>
  ids.filter((id) => /^<[^<>\s]{1,250}>$/.test(id)).slice(-20);
