/** Tickets as callers send them and as the API answers them. */
import { type Static, Type } from "typebox";
import { Author, Instant, Json, Priority, strict } from "./primitives.ts";

const shortText = (maxLength: number) => Type.String({ minLength: 1, maxLength });

export const CustomerInput = Type.Object(
  {
    id: shortText(128),
    name: Type.Optional(Type.String({ maxLength: 200 })),
    tier: Type.Optional(Type.String({ maxLength: 64 })),
    annualSpend: Type.Optional(Type.Number()),
    tags: Type.Optional(Type.Array(shortText(64), { maxItems: 200 })),
  },
  strict,
);
export type CustomerInput = Static<typeof CustomerInput>;

export const OrderInput = Type.Object(
  {
    id: shortText(128),
    amount: Type.Optional(Type.Number()),
    status: Type.Optional(Type.String({ maxLength: 64 })),
    trackingNo: Type.Optional(Type.String({ maxLength: 128 })),
  },
  strict,
);
export type OrderInput = Static<typeof OrderInput>;

/** The body of `POST /tickets` and one line of `POST /tickets/batch`. */
export const TicketInput = Type.Object(
  {
    channel: shortText(64),
    shop: Type.Optional(shortText(128)),
    externalId: Type.Optional(shortText(200)),
    subject: Type.String({ maxLength: 1_000 }),
    body: Type.Optional(Type.String({ maxLength: 100_000 })),
    customer: CustomerInput,
    order: Type.Optional(OrderInput),
    priority: Type.Optional(Priority),
    tags: Type.Optional(Type.Array(shortText(64), { maxItems: 200 })),
    fields: Type.Optional(Type.Record(Type.String({ maxLength: 64 }), Json)),
    createdAt: Type.Optional(Instant),
  },
  strict,
);
export type TicketInput = Static<typeof TicketInput>;

/** The body of `POST /tickets/:id/messages`. */
export const MessageInput = Type.Object(
  {
    author: Type.Union([Type.Literal("customer"), Type.Literal("agent"), Type.Literal("bot")]),
    public: Type.Optional(Type.Boolean({ default: true })),
    text: Type.String({ minLength: 1, maxLength: 100_000 }),
    externalId: Type.Optional(shortText(200)),
  },
  strict,
);
export type MessageInput = Static<typeof MessageInput>;

export const Message = Type.Object(
  {
    id: Type.String(),
    author: Author,
    /** Agent id for agents, workflow key for bots. */
    authorId: Type.Union([Type.String(), Type.Null()]),
    public: Type.Boolean(),
    text: Type.String(),
    at: Instant,
  },
  strict,
);
export type Message = Static<typeof Message>;
