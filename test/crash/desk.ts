/** Where all the traffic stands: whom it calls, what it writes down, and how an answer is noted. */
import type { Answer, Client } from "./client.ts";
import { type Ledger, noteStatus } from "./ledger.ts";
import type { Random } from "./random.ts";

export interface Desk {
  readonly client: Client;
  readonly ledger: Ledger;
  readonly random: Random;
}

/** Statuses that are faults of the server, whatever was asked. */
const isFault = (status: number): boolean => status >= 500 && status !== 503;

/** Counts an answer; one that nobody should get is a contradiction. */
export function note({ ledger }: Desk, answer: Answer | null, what: string): Answer | null {
  if (answer === null) return null;
  noteStatus(ledger, answer.status);
  if (isFault(answer.status)) ledger.contradictions.push(`${what}: ${answer.status} ${answer.text}`);
  return answer;
}

/** A ticket that was acknowledged; most of the work is on recent ones. */
export function someTicket({ ledger, random }: Desk): string | undefined {
  const known = [...ledger.tickets.values()];
  return random.pick(random.chance(0.8) ? known.slice(-80) : known)?.id;
}
