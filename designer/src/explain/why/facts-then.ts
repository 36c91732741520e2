/**
 * The facts that a classification read, put together again from the ticket's timeline: the ticket as it came in, and
 * what the customer wrote until that decision.
 */
import { type Definitions, type Facts, incomingFacts, type NewTicket } from "@sluice/engine";
import type { TimelineItem } from "../../client/types.ts";

interface CreatedData {
  readonly ticket: NewTicket;
  readonly facts?: Facts;
}

interface MessageData {
  readonly message?: { readonly author?: string; readonly text?: string };
}

/** The first event of a ticket's timeline that is its creation. */
const createdOf = (items: readonly TimelineItem[]): (TimelineItem & { readonly data: unknown }) | undefined =>
  items.find(({ type }) => type === "ticket.created");

/** What customers wrote in the events up to and including `event`, the creation apart. */
function laterWords(items: readonly TimelineItem[], event: string): readonly string[] {
  const last = items.findIndex(({ id }) => id === event);
  return items.slice(0, last + 1).flatMap(({ type, data }) => {
    const { message } = data as MessageData;
    return type === "message.received" && message?.author === "customer" ? (message.text ?? []) : [];
  });
}

/** The facts at an event of the timeline, `at` (epoch ms); `undefined` where the creation is not there. */
export function factsThen(
  definitions: Definitions,
  items: readonly TimelineItem[],
  event: string,
  at: number,
): Facts | undefined {
  const created = createdOf(items);
  if (created === undefined) return undefined;
  const { ticket, facts: fetched = {} } = created.data as unknown as CreatedData;
  const facts = incomingFacts(definitions, ticket, Date.parse(created.at), fetched);
  const words = laterWords(items, event);
  if (words.length === 0) return facts;
  const texts = [ticket.input.subject, ticket.input.body ?? "", ...words].filter((text) => text !== "");
  const local = incomingFacts(definitions, ticket, at, fetched);
  return {
    ...facts,
    "ticket.text": texts.join("\n"),
    "ticket.messageCount": words.length,
    "message.author": "customer",
    "message.public": true,
    "message.text": words.at(-1),
    "event.type": "message.received",
    "time.hour": local["time.hour"],
    "time.weekday": local["time.weekday"],
    "time.date": local["time.date"],
  };
}
