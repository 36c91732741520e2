/** What the server acknowledged, and what it was told without an answer: the truth that a crash must not bend. */

/** One request for a ticket; sent again with the same key and body until it is answered. */
export interface Order {
  readonly idempotencyKey: string | null;
  readonly channel: string;
  readonly externalId: string | null;
  /** Unique: says which order a ticket came from, also without an externalId. */
  readonly subject: string;
  readonly customer: string;
}

export interface Acknowledged {
  readonly id: string;
  readonly order: Order;
}

/** Something said about a ticket that carries a unique mark. */
export interface Mark {
  readonly ticket: string;
  readonly mark: string;
}

export interface Ledger {
  /** By subject. */
  readonly tickets: Map<string, Acknowledged>;
  /** Sent, but not answered: by subject. */
  readonly unanswered: Map<string, Order>;
  readonly messages: Mark[];
  readonly tags: Mark[];
  /** Answers that contradict each other or that nobody should get. */
  readonly contradictions: string[];
  /** Answers by status, of every kind of request. */
  readonly statuses: Map<number, number>;
}

export const createLedger = (): Ledger => ({
  tickets: new Map(),
  unanswered: new Map(),
  messages: [],
  tags: [],
  contradictions: [],
  statuses: new Map(),
});

/** Notes that an order is on its way. */
export function noteSent(ledger: Ledger, order: Order): void {
  if (!ledger.tickets.has(order.subject)) ledger.unanswered.set(order.subject, order);
}

/** Notes that an order became a ticket; the same order must always be the same ticket. */
export function noteTicket(ledger: Ledger, order: Order, id: string): void {
  const known = ledger.tickets.get(order.subject);
  if (known && known.id !== id)
    ledger.contradictions.push(`${order.subject} was ticket ${known.id}, now ${id}`);
  ledger.tickets.set(order.subject, { id, order });
  ledger.unanswered.delete(order.subject);
}

export const noteStatus = ({ statuses }: Ledger, status: number): void =>
  void statuses.set(status, (statuses.get(status) ?? 0) + 1);
