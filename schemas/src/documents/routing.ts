/** routing: who gets a ticket, step by step, and the pools that tickets wait in to be claimed. */
import { type Static, Type } from "typebox";
import { ConditionRef } from "../conditions.ts";
import { Duration, Key, strict, TicketStatus } from "../primitives.ts";

export const SkillNeed = Type.Object(
  { skill: Key, level: Type.Optional(Type.Integer({ minimum: 1, maximum: 5, default: 1 })) },
  strict,
);
export type SkillNeed = Static<typeof SkillNeed>;

export const GroupStep = Type.Object(
  {
    group: Key,
    /** `round-robin`, `least-loaded`, `weighted`, `skill-match` or a plugin's `<plugin>.<strategy>`. */
    strategy: Type.Optional(Type.String({ default: "least-loaded", "x-widget": "strategy" })),
    skills: Type.Optional(Type.Array(SkillNeed, { default: [] })),
    ignoreCapacity: Type.Optional(Type.Boolean({ default: false })),
    /** Wall-clock time before the next step is tried; absent = no limit. */
    timeout: Type.Optional(Duration),
  },
  strict,
);
export type GroupStep = Static<typeof GroupStep>;

export const PoolStep = Type.Object({ pool: Key }, strict);
export type PoolStep = Static<typeof PoolStep>;

export const StickyStep = Type.Object({ sticky: Duration }, strict);
export type StickyStep = Static<typeof StickyStep>;

export const RoutingStep = Type.Union([GroupStep, PoolStep, StickyStep]);
export type RoutingStep = Static<typeof RoutingStep>;

export const Route = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 63 }),
    name: Type.Optional(Type.String({ default: "" })),
    when: Type.Optional(ConditionRef),
    steps: Type.Array(RoutingStep, { minItems: 1 }),
  },
  strict,
);
export type Route = Static<typeof Route>;

export const Pool = Type.Object(
  {
    name: Type.Optional(Type.String({ default: "" })),
    groups: Type.Optional(Type.Array(Type.String({ minLength: 1 }), { default: ["*"] })),
    claimLimit: Type.Optional(Type.Integer({ minimum: 1 })),
    pick: Type.Optional(Type.Union([Type.Literal("head"), Type.Literal("any")], { default: "head" })),
    order: Type.Optional(
      Type.Union([Type.Literal("due-first"), Type.Literal("priority-first"), Type.Literal("oldest-first")], {
        default: "due-first",
      }),
    ),
    warnAfter: Type.Optional(Duration),
    escalateAfter: Type.Optional(Duration),
    claimTimeout: Type.Optional(Duration),
  },
  strict,
);
export type Pool = Static<typeof Pool>;

export const RoutingSpec = Type.Object(
  {
    countsAsLoad: Type.Optional(Type.Array(TicketStatus, { default: ["new", "open"] })),
    onOffline: Type.Optional(
      Type.Object(
        {
          after: Duration,
          do: Type.Union([Type.Literal("return"), Type.Literal("keep"), Type.Literal("pool")]),
        },
        strict,
      ),
    ),
    routes: Type.Array(Route),
    fallback: PoolStep,
    pools: Type.Record(Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }), Pool, strict),
  },
  strict,
);
export type RoutingSpec = Static<typeof RoutingSpec>;
