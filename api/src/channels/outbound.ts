/**
 * Outbound over a channel: what agents and workflows write publicly is a job in the transaction that stored it, on
 * channels whose plugin sends. How it ended is the job's; a message that could not be sent is an incident.
 */
import type { Effect, ProcessResult } from "@sluice/engine";
import { type OutboundMessage, sendCall } from "@sluice/plugin-sdk";
import type { Queryable, Transaction } from "../database/database.ts";
import type { IncidentRow, JobRow } from "../database/entities/work.ts";
import { threadOfTicket } from "../database/repositories/channel-messages.ts";
import { closeIncident, insertIncidents } from "../database/repositories/incidents.ts";
import { newId } from "../ids.ts";

/** A channel may be away for a while; a customer should not get an answer a day late and unexplained. */
const retry = { maxAttempts: 8, backoff: "exponential", initial: "PT2S", max: "PT15M" } as const;
const timeout = "PT30S";

/** The kind of incident that a message which could not be sent makes. */
export const replyIncident = "reply";

type Sent = Omit<OutboundMessage, "thread" | "inReplyTo">;

/** What an effect writes to the customer in the house's name, or `null`. */
function toWritten(effect: Effect): { id: string; author: "agent" | "bot"; text: string } | null {
  if (effect.type !== "message" || !effect.message.public) return null;
  const { id, author, text } = effect.message;
  return author === "agent" || author === "bot" ? { id, author, text } : null;
}

/** One job for each public message of the house in `result`, when its channel sends. */
export function replyJobs(
  { effects, ticketState: { ticket } }: ProcessResult,
  sends: (channel: string) => boolean,
  now: number,
): readonly JobRow[] {
  // Asked first, as most events write nothing: the channels of all plugins are looked through only where it matters.
  const written = effects.flatMap((effect) => toWritten(effect) ?? []);
  if (written.length === 0 || !sends(ticket.channel)) return [];
  const { id, number, subject, customer } = ticket;
  const to = { id: customer.id, ...(customer.name == null ? {} : { name: customer.name }) };
  return written.map(({ id: message, author, text }) => {
    const sent: Sent = { ticket: { id, number, subject }, customer: to, author, text };
    return {
      id: `message:${message}`,
      ticket_id: id,
      run_id: null,
      node: null,
      kind: "reply",
      action: sendCall(ticket.channel),
      version: "1",
      input: JSON.stringify({ input: { channel: ticket.channel, ...sent }, timeout, retry }),
      status: "pending",
      attempts: 0,
      max_attempts: retry.maxAttempts,
      run_at: now,
      started_at: null,
      finished_at: null,
      result: null,
      error: null,
    };
  });
}

/** What the plugin is given: the stored message, and the thread as it is now. */
export async function toOutbound(
  db: Queryable,
  { channel, ...sent }: Sent & { readonly channel: string },
): Promise<OutboundMessage> {
  const known = await threadOfTicket(db, channel, sent.ticket.id);
  return { ...sent, thread: known?.thread ?? sent.ticket.id, inReplyTo: [...(known?.messages ?? [])] };
}

/** The incident of a message that could not be sent, in the transaction that ends its job; answers its id. */
export async function raiseReplyIncident(
  tx: Transaction,
  job: JobRow,
  fault: { readonly code: string; readonly message: string },
  now: number,
): Promise<string> {
  const row: IncidentRow = {
    id: newId(),
    ticket_id: job.ticket_id,
    run_id: null,
    node: null,
    job_id: job.id,
    kind: replyIncident,
    code: fault.code,
    message: fault.message,
    details: JSON.stringify({ action: job.action }),
    status: "open",
    created_at: now,
    closed_at: null,
  };
  await insertIncidents(tx, [row]);
  return row.id;
}

/** Settles such an incident: the message is sent again under its key, or given up. */
export async function settleReplyIncident(
  tx: Transaction,
  { id, job_id }: Pick<IncidentRow, "id" | "job_id">,
  how: "retry" | "skip",
  now: number,
): Promise<void> {
  await closeIncident(tx, id, how === "retry" ? "retried" : "skipped", now);
  if (how === "retry")
    await tx.query(
      "UPDATE jobs SET status = 'pending', attempts = 0, run_at = ?, error = NULL WHERE id = ? AND status = 'dead'",
      [now, job_id],
    );
}
