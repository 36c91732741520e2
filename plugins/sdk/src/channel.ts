/**
 * A channel: how customers reach the house and are answered. Inbound, the plugin proves that a request is
 * genuine and turns it into messages; outbound, it sends what agents and workflows write.
 */
import { Instant, type Label } from "@sluice/schemas";
import { type Static, type TSchema, Type } from "typebox";
import { type Action, defineAction } from "./action.ts";
import type { ActionContext } from "./context.ts";
import { durationMs } from "./duration.ts";
import { ActionError, DeclarationError } from "./errors.ts";
import { assertHostPattern } from "./host-pattern.ts";

/** What arrived at the channel's inbound address, untouched: signatures are over these very characters. */
export const InboundRequest = Type.Object({
  method: Type.String(),
  /** Lower-case names; several values of one name joined by a comma. */
  headers: Type.Record(Type.String(), Type.String()),
  query: Type.Record(Type.String(), Type.String()),
  /** As UTF-8; what is no UTF-8 is Latin-1, said by `encoding`. */
  body: Type.String(),
  encoding: Type.Enum(["utf8", "latin1"]),
  /** Epoch milliseconds. */
  receivedAt: Type.Number(),
});
export type InboundRequest = Static<typeof InboundRequest>;

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });

/** One message of a customer. */
export const InboundMessage = Type.Object(
  {
    /** The conversation: messages of one thread belong to one ticket while it is not closed. */
    thread: text(190),
    /** The message's own id on the channel; a second delivery of it changes nothing. */
    id: text(190),
    at: Type.Optional(Instant),
    customer: Type.Object(
      { id: text(190), name: Type.Optional(text(200)), tier: Type.Optional(text(60)) },
      { additionalProperties: false },
    ),
    /** Of a ticket that the message itself names; believed on this channel where the customer is the same. */
    ticketNumber: Type.Optional(Type.Integer({ minimum: 1 })),
    /** Of the ticket that it opens; default the beginning of the text. */
    subject: Type.Optional(text(500)),
    text: Type.String({ maxLength: 100_000 }),
    shop: Type.Optional(text(63)),
    order: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    /** Ticket fields by key, where the channel knows them. */
    fields: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  { additionalProperties: false },
);
export type InboundMessage = Static<typeof InboundMessage>;

/** What the inbound address answers, where the other side expects something particular. */
export const InboundReply = Type.Object(
  {
    status: Type.Optional(Type.Integer({ minimum: 200, maximum: 299 })),
    contentType: Type.Optional(Type.String()),
    body: Type.String({ maxLength: 65_536 }),
  },
  { additionalProperties: false },
);

/** What a request amounts to; no message at all for a ping or a handshake. */
export const Inbound = Type.Object(
  { messages: Type.Array(InboundMessage, { maxItems: 500 }), reply: Type.Optional(InboundReply) },
  { additionalProperties: false },
);
export type Inbound = Static<typeof Inbound>;

/** A message of the house on its way to the customer. */
export const OutboundMessage = Type.Object({
  thread: Type.String(),
  ticket: Type.Object({ id: Type.String(), number: Type.Integer(), subject: Type.String() }),
  customer: Type.Object({ id: Type.String(), name: Type.Optional(Type.String()) }),
  author: Type.Enum(["agent", "bot"]),
  text: Type.String(),
  /** Ids of the customer's messages in this thread, oldest first, for replies that name what they answer. */
  inReplyTo: Type.Array(Type.String()),
});
export type OutboundMessage = Static<typeof OutboundMessage>;

/** Where a message arrives that is not sent by HTTP, for instance over SMTP; resolves once it is stored. */
export type Deliver = (request: InboundRequest) => Promise<void>;

/** What a listener is given. */
export interface ListenContext<Config> {
  readonly config: Config;
  readonly secrets: Readonly<Record<string, string>>;
  readonly deliver: Deliver;
  readonly log: ActionContext<unknown, unknown>["log"];
  /** Aborts when listening has failed, before it is tried again: close what is open. */
  readonly signal: AbortSignal;
}

/** What an author writes. */
export interface ChannelDeclaration<C extends TSchema = TSchema> {
  /** The ticket's `channel`; lower case, digits and hyphens. */
  readonly id: string;
  readonly label: Label;
  readonly description?: Label;
  readonly config?: C;
  readonly secrets?: readonly string[];
  readonly hosts?: readonly string[];
  /** Time limit of one call, ISO 8601 duration; default `PT10S`. */
  readonly timeout?: string;
  /** True when the request is genuine and fresh. Compare signatures in constant time. */
  verify?(ctx: ActionContext<InboundRequest, Static<C>>): Promise<boolean> | boolean;
  parse?(ctx: ActionContext<InboundRequest, Static<C>>): Promise<Inbound> | Inbound;
  /** Sends one message; throw an `ActionError` when it could not be sent. */
  send?(
    ctx: ActionContext<OutboundMessage, Static<C>>,
  ): Promise<{ readonly id?: string }> | { readonly id?: string };
  /**
   * For channels that do not come by HTTP: opens what listens, and resolves when it listens. Rejects when it cannot:
   * operators are shown why, and it is tried again, later and later.
   */
  listen?(ctx: ListenContext<Static<C>>): Promise<void>;
}

/** A declared channel. */
export interface Channel extends ChannelDeclaration {
  readonly kind: "channel";
}

/**
 * Declares a channel.
 * @throws DeclarationError when its id, time limit or hosts cannot be right, or it neither receives nor sends.
 */
export function defineChannel<const C extends TSchema>(declaration: ChannelDeclaration<C>): Channel {
  const { id, timeout, hosts = [], verify, parse, send } = declaration;
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(id))
    throw new DeclarationError("channel.id", `Channel id must be lower case, digits and hyphens: ${id}`);
  if (Boolean(verify) !== Boolean(parse))
    throw new DeclarationError("channel.inbound", `${id}: \`verify\` and \`parse\` go together`);
  if (!parse && !send) throw new DeclarationError("channel.inbound", `${id} neither receives nor sends`);
  if (timeout !== undefined) durationMs(timeout);
  for (const host of hosts) assertHostPattern(host);
  return { ...declaration, kind: "channel" } as unknown as Channel;
}

/** How the host asks a channel to read a request. */
export const receiveCall = (id: string): string => `channel.${id}.receive`;
/** How the host asks a channel to send a message. */
export const sendCall = (id: string): string => `channel.${id}.send`;

const shared = ({ label, config, secrets, hosts, timeout }: Channel) => ({
  version: "1",
  label,
  timeout: timeout ?? "PT10S",
  ...(config ? { config } : {}),
  ...(secrets ? { secrets } : {}),
  ...(hosts ? { hosts } : {}),
});

async function receive(channel: Channel, ctx: ActionContext<InboundRequest, unknown>): Promise<Inbound> {
  const context = ctx as ActionContext<InboundRequest, never>;
  if (!(await channel.verify?.(context)))
    throw new ActionError({
      code: "channel.refused",
      message: "The request's signature does not prove who sent it",
      retryable: false,
    });
  return (await channel.parse?.(context)) ?? { messages: [] };
}

/** The channel as what the host can run: `receive` where it parses, `send` where it sends. */
export function toChannelActions(channel: Channel): readonly Action[] {
  const receives = defineAction({
    ...shared(channel),
    id: receiveCall(channel.id),
    input: InboundRequest,
    output: Inbound,
    concurrency: 32,
    run: (ctx) => receive(channel, ctx as ActionContext<InboundRequest, unknown>),
  });
  const sends = defineAction({
    ...shared(channel),
    id: sendCall(channel.id),
    input: OutboundMessage,
    output: Type.Object({ id: Type.Optional(Type.String()) }),
    run: (ctx) => channel.send?.(ctx as ActionContext<OutboundMessage, never>) ?? {},
  });
  const both = [...(channel.parse ? [receives] : []), ...(channel.send ? [sends] : [])];
  return both as unknown as readonly Action[];
}
