/** A ticket event on its way to its transaction. */
import type { EventBody, Facts, TicketEvent } from "@sluice/engine";
import type { Transaction } from "../database/database.ts";
import type { CommittedEvent } from "./committed.ts";

export type Actor = TicketEvent["actor"];

/** What the caller wants to happen; the dispatcher gives it its id, its instant and its place. */
export interface TicketCommand {
  /** `null` for a ticket that is to be created. */
  readonly ticket: string | null;
  readonly body: EventBody;
  readonly actor: Actor;
  /** The caller's version of the ticket (`If-Match`); another one refuses the command. */
  readonly ifMatch?: number;
  /** Plugin facts fetched for it. */
  readonly facts?: Facts;
  /** The job whose result this is: its row ends in the same transaction. */
  readonly job?: JobEnd;
  /** Nobody waits for it (a timer, a campaign's edge): while others wait it gets a third to half of a batch. */
  readonly background?: boolean;
  /** One of a stream of many: single callers go before it. */
  readonly streamed?: boolean;
  /** Written in the command's own transaction: an idempotency key with its answer. */
  readonly alongside?: (transaction: Transaction, result: CommittedEvent) => Promise<void>;
}

export interface JobEnd {
  readonly id: string;
  readonly status: "done" | "failed" | "dead";
  readonly result: string | null;
  readonly error: string | null;
}

/** A command with its caller waiting. */
export interface Waiting {
  readonly command: TicketCommand;
  readonly resolve: (result: CommittedEvent) => void;
  readonly reject: (error: unknown) => void;
}
