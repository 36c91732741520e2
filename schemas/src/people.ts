/** The people who work on tickets: agents, groups, skills and shifts. */
import { type Static, Type } from "typebox";
import { Key, Label, LocalTime, strict } from "./primitives.ts";

/** How many tickets an agent carries is counted apart for live chats and for everything else. */
export const capacityKinds = ["chat", "ticket"] as const;
export type CapacityKind = (typeof capacityKinds)[number];

export const presences = ["online", "paused", "break", "offline"] as const;
export const Presence = Type.Enum(presences);
export type Presence = (typeof presences)[number];

export const Skill = Type.Object({ key: Key, label: Label }, strict);
export type Skill = Static<typeof Skill>;

export const Group = Type.Object(
  {
    key: Key,
    label: Label,
    /** Agent ids. */
    lead: Type.Optional(Type.String()),
    director: Type.Optional(Type.String()),
  },
  strict,
);
export type Group = Static<typeof Group>;

/** A named span of the working day, in the workspace zone; an end not after its start is on the next day. */
export const Shift = Type.Object(
  {
    key: Key,
    label: Label,
    start: LocalTime,
    end: LocalTime,
    weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { default: [1, 2, 3, 4, 5, 6, 7] }),
  },
  strict,
);
export type Shift = Static<typeof Shift>;

export const Agent = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 63 }),
    name: Type.String({ minLength: 1, maxLength: 100 }),
    groups: Type.Array(Key),
    /** Skill key → level 1–5. */
    skills: Type.Optional(
      Type.Record(Type.String(), Type.Integer({ minimum: 1, maximum: 5 }), { default: {} }),
    ),
    capacity: Type.Object(
      { chat: Type.Integer({ minimum: 0 }), ticket: Type.Integer({ minimum: 0 }) },
      strict,
    ),
    /** Shop keys the agent may see; empty = all. */
    shops: Type.Optional(Type.Array(Type.String(), { default: [] })),
    /** Shift keys; empty = always on shift. */
    shifts: Type.Optional(Type.Array(Key, { default: [] })),
    /** Highest compensation the agent may grant alone, in yuan. */
    compensationLimit: Type.Optional(Type.Number({ minimum: 0 })),
  },
  strict,
);
export type Agent = Static<typeof Agent>;
