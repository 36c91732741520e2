/**
 * Inbound over a channel: the plugin proves and reads the request, and each message is stored in one transaction with
 * the note that it was. So a message that is delivered again changes nothing, and one that is answered is stored.
 */
import { type Inbound, type InboundMessage, type InboundRequest, receiveCall } from "@sluice/plugin-sdk";
import type { TicketInput } from "@sluice/schemas";
import type { Database } from "../database/database.ts";
import {
  insertChannelMessage,
  isKnownMessage,
  ticketOfCustomer,
  ticketOfThread,
} from "../database/repositories/channel-messages.ts";
import { AppError } from "../errors.ts";
import { newId } from "../ids.ts";
import type { ActionResult, PluginHost } from "../plugin-host/plugin-host.ts";
import type { TicketCommand } from "../runtime/command.ts";
import type { CommittedEvent } from "../runtime/committed.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { readState } from "../tickets/read-ticket.ts";
import { takeMessage } from "../tickets/take-message.ts";

export interface ChannelInbound {
  /**
   * Stores everything in the request; answers what the channel wants answered.
   * Throws `resource.not-found`, `channel.refused` (not genuine), `channel.unreadable`, `channel.unavailable` (try later).
   */
  receive(channel: string, request: InboundRequest): Promise<Inbound["reply"]>;
}

export interface ChannelInboundOptions {
  readonly runtime: Runtime;
  readonly database: Database;
  readonly plugins: Pick<PluginHost, "run" | "channels">;
}

/** Longest subject made of a message's beginning, characters. */
const maxSubject = 60;

function toError(result: ActionResult & { ok: false }): AppError {
  const values = { reason: result.message };
  if (result.code === "channel.refused") return new AppError("channel.refused", { values });
  return new AppError(result.retryable ? "channel.unavailable" : "channel.unreadable", { values });
}

const textOf = ({ text, subject }: InboundMessage): string => text.trim() || subject?.trim() || "—";

function toTicket(channel: string, message: InboundMessage): TicketInput {
  const { thread, subject, shop, order, fields, customer } = message;
  const text = textOf(message);
  return {
    channel,
    externalId: thread,
    subject: subject?.trim() || text.slice(0, maxSubject),
    body: text,
    customer,
    ...(shop === undefined ? {} : { shop }),
    ...(order === undefined ? {} : { order: order as NonNullable<TicketInput["order"]> }),
    ...(fields === undefined ? {} : { fields: fields as NonNullable<TicketInput["fields"]> }),
  };
}

/** Messages of one thread are stored one after the other: the second must find the ticket of the first. */
function createQueues() {
  const tails = new Map<string, Promise<unknown>>();
  return async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const before = tails.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const tail = mine.catch(() => undefined);
    tails.set(key, tail);
    await tail;
    if (tails.get(key) === tail) tails.delete(key);
    return mine;
  };
}

/** Wires it; nothing is kept but what is under way. */
export function createChannelInbound({ runtime, database, plugins }: ChannelInboundOptions): ChannelInbound {
  const { reader } = database;
  const inTurn = createQueues();

  const noting =
    (channel: string, { id, thread }: InboundMessage): NonNullable<TicketCommand["alongside"]> =>
    (transaction, { state }) =>
      insertChannelMessage(transaction, {
        channel,
        message_id: id,
        thread,
        ticket_id: state.ticket.id,
        at: runtime.clock.now(),
        sent_id: null,
      });

  async function onTicket(channel: string, ticket: string, message: InboundMessage): Promise<CommittedEvent> {
    const { id, ...rest } = message;
    const body = { author: "customer" as const, text: textOf({ id, ...rest }), externalId: id };
    return takeMessage(runtime, await readState(reader, ticket), body, {
      actor: { type: "customer" },
      alongside: noting(channel, message),
    });
  }

  async function open(channel: string, message: InboundMessage): Promise<CommittedEvent> {
    const opened = await runtime.submit({
      ticket: null,
      body: {
        type: "ticket.created",
        ticket: { id: newId(), number: 0, input: toTicket(channel, message) },
      },
      actor: { type: "customer" },
      alongside: async (transaction, result) => {
        if (result.created) await noting(channel, message)(transaction, result);
      },
    });
    // Somebody made this thread's ticket by the API: the message still has to go on it.
    return opened.created ? opened : onTicket(channel, opened.state.ticket.id, message);
  }

  /** The ticket whose number the message says, when it is this customer's: numbers are easy to guess. */
  const named = async (
    channel: string,
    { ticketNumber, customer }: InboundMessage,
  ): Promise<string | null> =>
    ticketNumber === undefined ? null : ticketOfCustomer(reader, channel, ticketNumber, customer.id);

  async function store(channel: string, message: InboundMessage): Promise<void> {
    if (await isKnownMessage(reader, channel, message.id)) return;
    const ticket = (await ticketOfThread(reader, channel, message.thread)) ?? (await named(channel, message));
    try {
      await (ticket === null ? open(channel, message) : onTicket(channel, ticket, message));
    } catch (error) {
      // Another process may have stored it between the look and the write.
      if (!(await isKnownMessage(reader, channel, message.id))) throw error;
    }
  }

  return {
    async receive(channel, request) {
      if (!plugins.channels().some(({ id, receives }) => id === channel && receives))
        throw new AppError("resource.not-found", { values: { what: `channel ${channel}` } });
      const result = await plugins.run({
        action: receiveCall(channel),
        version: "1",
        input: request,
        idempotencyKey: newId(),
      });
      if (!result.ok) throw toError(result);
      const { messages, reply } = result.output as unknown as Inbound;
      for (const message of messages)
        await inTurn(`${channel} ${message.thread}`, () => store(channel, message));
      return reply;
    },
  };
}
