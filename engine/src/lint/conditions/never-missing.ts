/** The facts that every ticket has a value of, whatever happened to it. Source: `facts/to-facts.ts`. */

const filled = [
  "ticket.id",
  "ticket.number",
  "ticket.channel",
  "ticket.priority",
  "ticket.status",
  "ticket.createdAt",
  "ticket.messageCount",
  "ticket.reopenCount",
  "ticket.transferCount",
  "customer.id",
  "event.type",
  "event.actor",
  "time.hour",
  "time.weekday",
  "time.date",
] as const;

/** These are there too, but may be an empty text or list. */
const emptyable = [
  "ticket.subject",
  "ticket.body",
  "ticket.text",
  "ticket.tags",
  "agent.groups",
  "event.changes",
  "campaign.active",
] as const;

/** Facts for which `isPresent` is always true. */
export const alwaysPresent: ReadonlySet<string> = new Set(filled);

/** Facts that are never `undefined`. */
export const neverMissing: ReadonlySet<string> = new Set([...filled, ...emptyable]);
