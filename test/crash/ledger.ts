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

/** A bulk job as it was asked for; sent again with the same key and body until it is answered. */
export interface BulkOrder {
  readonly idempotencyKey: string;
  readonly ids: readonly string[];
  readonly do: { readonly type: string };
}

/** What was done in the same way for everybody: sent with a key, answered or not. */
export interface Keyed<Request, Answer> {
  /** By key. */
  readonly answered: Map<string, Answer>;
  /** Sent, but not answered. */
  readonly unanswered: Map<string, Request>;
}

export interface Ledger {
  /** By subject. */
  readonly tickets: Map<string, Acknowledged>;
  /** Sent, but not answered: by subject. */
  readonly unanswered: Map<string, Order>;
  readonly messages: Mark[];
  readonly tags: Mark[];
  /** Calls of the webhook by their mark, which is also their key: the runs that they were told. */
  readonly calls: Keyed<string, readonly string[]>;
  /** Bulk jobs by their key: the job that they were told. */
  readonly bulk: Keyed<BulkOrder, { readonly id: string; readonly total: number }>;
  /** Answers to surveys that were taken: the link's token and the score. */
  readonly scores: { readonly token: string; readonly score: number }[];
  /** Documents that were published: what is written in the revision. */
  readonly published: string[];
  /** Secrets that were stored, by name. */
  readonly secrets: string[];
  /** Answers that contradict each other or that nobody should get. */
  readonly contradictions: string[];
  /** Answers by status, of every kind of request. */
  readonly statuses: Map<number, number>;
}

const keyed = <Request, Answer>(): Keyed<Request, Answer> => ({ answered: new Map(), unanswered: new Map() });

export const createLedger = (): Ledger => ({
  tickets: new Map(),
  unanswered: new Map(),
  messages: [],
  tags: [],
  calls: keyed(),
  bulk: keyed(),
  scores: [],
  published: [],
  secrets: [],
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

/** Notes an answer; the first one stays. */
export function noteAnswer<Request, Answer>(
  { answered, unanswered }: Keyed<Request, Answer>,
  key: string,
  answer: Answer,
): void {
  if (!answered.has(key)) answered.set(key, answer);
  unanswered.delete(key);
}

export const noteStatus = ({ statuses }: Ledger, status: number): void =>
  void statuses.set(status, (statuses.get(status) ?? 0) + 1);
