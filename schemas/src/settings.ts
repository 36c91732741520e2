/** What the workspace's data looks like: fields, categories, channels, shops, zone. */
import { type Static, Type } from "typebox";
import { Key, Label, strict } from "./primitives.ts";

export const fieldTypes = ["text", "number", "boolean", "instant", "select", "multiselect"] as const;

/** A ticket field that the house adds; its fact is `ticket.fields.<key>`. */
export const TicketField = Type.Object(
  {
    key: Type.String({ pattern: "^[A-Za-z][A-Za-z0-9_-]{0,62}$" }),
    type: Type.Enum(fieldTypes),
    label: Label,
    options: Type.Optional(Type.Array(Type.Object({ value: Type.String(), label: Label }, strict))),
    required: Type.Optional(Type.Boolean({ default: false })),
  },
  strict,
);
export type TicketField = Static<typeof TicketField>;

/** A node of the category tree; the id is the dotted path (`aftersales.return`). */
export const Category = Type.Object(
  {
    id: Type.String({ pattern: "^[a-z0-9][a-z0-9-]*(?:\\.[a-z0-9][a-z0-9-]*)*$", maxLength: 200 }),
    label: Label,
    ownerGroup: Type.Optional(Key),
    formFields: Type.Optional(Type.Array(Type.String(), { default: [] })),
  },
  strict,
);
export type Category = Static<typeof Category>;

/** Where tickets come from; `kind` says which capacity a ticket of the channel takes. */
export const Channel = Type.Object(
  {
    key: Key,
    label: Label,
    kind: Type.Union([Type.Literal("chat"), Type.Literal("ticket")]),
  },
  strict,
);
export type Channel = Static<typeof Channel>;

export const Shop = Type.Object(
  { key: Type.String({ minLength: 1 }), label: Label, channel: Type.Optional(Key) },
  strict,
);
export type Shop = Static<typeof Shop>;

/** What is removed after a while; what is left out is kept for ever. */
const Retention = Type.Object(
  {
    /** Whole days (`P180D`) after which an ended run goes, with its jobs and closed tasks and incidents. */
    endedRuns: Type.Optional(Type.String({ pattern: "^P[1-9][0-9]{0,4}D$", "x-widget": "duration" })),
  },
  strict,
);

export const Workspace = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    timezone: Type.String({ minLength: 1, default: "Asia/Shanghai" }),
    /** Days after which a closed ticket takes no more messages. */
    closedFinalDays: Type.Integer({ minimum: 0, default: 14 }),
    /** Which part of the live classifications is checked against json-rules-engine: 0 none, 1 all. */
    referenceShare: Type.Optional(Type.Number({ minimum: 0, maximum: 1, default: 0.01 })),
    retention: Type.Optional(Retention),
  },
  strict,
);
export type Workspace = Static<typeof Workspace>;

/** The whole of the house's data that decisions read, in one value. */
export interface Settings {
  readonly workspace: Workspace;
  readonly fields: readonly TicketField[];
  readonly categories: readonly Category[];
  readonly channels: readonly Channel[];
  readonly shops: readonly Shop[];
}
