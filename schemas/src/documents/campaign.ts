/** campaign: temporary targets, rules, routing and announcement, in force for `from ≤ now < until`. */
import { type Static, Type } from "typebox";
import { ConditionRef } from "../conditions.ts";
import { Instant, Key, strict } from "../primitives.ts";
import { ClassificationRule } from "./classification.ts";
import { Route } from "./routing.ts";
import { ScaleTable, TargetTable } from "./sla.ts";

/** What an edge of the window does to clocks that are already open. */
export const EdgePolicy = Type.Union([
  Type.Literal("keep"),
  Type.Literal("retarget"),
  Type.Literal("lenient"),
]);
export type EdgePolicy = Static<typeof EdgePolicy>;

export const SlaOverlay = Type.Object(
  {
    policy: Key,
    when: Type.Optional(ConditionRef),
    scale: Type.Optional(ScaleTable),
    targets: Type.Optional(TargetTable),
    calendar: Type.Optional(Key),
    inFlight: Type.Optional(Type.Union(EdgePolicy.anyOf, { default: "keep" })),
    onEnd: Type.Optional(Type.Union(EdgePolicy.anyOf, { default: "keep" })),
  },
  strict,
);
export type SlaOverlay = Static<typeof SlaOverlay>;

export const ClassificationOverlay = Type.Object(
  { ruleset: Key, prepend: Type.Array(ClassificationRule) },
  strict,
);
export type ClassificationOverlay = Static<typeof ClassificationOverlay>;

export const RoutingOverlay = Type.Object(
  {
    policy: Key,
    prepend: Type.Optional(Type.Array(Route, { default: [] })),
    /** Group key → capacity factor. */
    capacity: Type.Optional(
      Type.Record(Type.String(), Type.Number({ exclusiveMinimum: 0 }), { default: {} }),
    ),
    /** Group key → agents that join it while the phase lasts. */
    members: Type.Optional(Type.Record(Type.String(), Type.Array(Type.String()), { default: {} })),
  },
  strict,
);
export type RoutingOverlay = Static<typeof RoutingOverlay>;

export const Announcement = Type.Object(
  { "zh-CN": Type.Optional(Type.String()), en: Type.Optional(Type.String()) },
  strict,
);
export type Announcement = Static<typeof Announcement>;

export const CampaignPhase = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 63 }),
    name: Type.Optional(Type.String({ default: "" })),
    from: Instant,
    until: Instant,
    sla: Type.Optional(Type.Array(SlaOverlay, { default: [] })),
    classification: Type.Optional(Type.Array(ClassificationOverlay, { default: [] })),
    routing: Type.Optional(Type.Array(RoutingOverlay, { default: [] })),
    workflows: Type.Optional(Type.Array(Key, { default: [] })),
    announcement: Type.Optional(Announcement),
  },
  strict,
);
export type CampaignPhase = Static<typeof CampaignPhase>;

export const CampaignSpec = Type.Object(
  {
    from: Instant,
    until: Instant,
    precedence: Type.Optional(Type.Integer({ default: 0 })),
    phases: Type.Array(CampaignPhase, { minItems: 1 }),
  },
  strict,
);
export type CampaignSpec = Static<typeof CampaignSpec>;
