/** classification: ordered rules that tag, categorise and prioritise a ticket. */
import { type Static, Type } from "typebox";
import { ConditionRef } from "../conditions.ts";
import { Instant, Json, Priority, strict } from "../primitives.ts";

/** What a matching rule gives. */
export const ClassificationOutcome = Type.Object(
  {
    addTags: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 64 }))),
    category: Type.Optional(Type.String({ minLength: 1, "x-widget": "category" })),
    priority: Type.Optional(Priority),
    fields: Type.Optional(Type.Record(Type.String(), Json)),
    stop: Type.Optional(Type.Boolean({ default: false })),
  },
  strict,
);
export type ClassificationOutcome = Static<typeof ClassificationOutcome>;

export const ClassificationRule = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 63 }),
    name: Type.Optional(Type.String({ default: "" })),
    enabled: Type.Optional(Type.Boolean({ default: true })),
    activeFrom: Type.Optional(Type.Union([Instant, Type.Null()], { default: null })),
    activeUntil: Type.Optional(Type.Union([Instant, Type.Null()], { default: null })),
    when: ConditionRef,
    then: ClassificationOutcome,
  },
  strict,
);
export type ClassificationRule = Static<typeof ClassificationRule>;

/** What fills the gaps after the rules. */
export const ClassificationDefault = Type.Object(
  {
    category: Type.Optional(Type.String({ minLength: 1, "x-widget": "category" })),
    priority: Type.Optional(Priority),
    addTags: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 64 }))),
    fields: Type.Optional(Type.Record(Type.String(), Json)),
  },
  strict,
);

export const ClassificationSpec = Type.Object(
  {
    mode: Type.Optional(Type.Union([Type.Literal("all"), Type.Literal("first")], { default: "all" })),
    priority: Type.Optional(
      Type.Union([Type.Literal("most-urgent"), Type.Literal("first")], { default: "most-urgent" }),
    ),
    reclassify: Type.Optional(
      Type.Union([Type.Literal("never"), Type.Literal("until-reply")], { default: "never" }),
    ),
    rules: Type.Array(ClassificationRule),
    otherwise: Type.Optional(ClassificationDefault),
  },
  strict,
);
export type ClassificationSpec = Static<typeof ClassificationSpec>;
