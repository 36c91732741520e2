/**
 * The `when` of every document, in json-rules-engine's condition format.
 * Its shape is recursive, so it is checked by a walk with exact paths (`check-condition.ts`);
 * the published JSON Schema carries the recursive definition under `$defs/condition`.
 */
import { Type } from "typebox";
import type { Json } from "./primitives.ts";

/** A leaf's right-hand side may be another fact. */
export interface FactReference {
  readonly fact: string;
  readonly path?: string;
  readonly params?: { readonly [name: string]: Json };
}

/** One comparison of a fact with a value. */
export interface ConditionLeaf {
  readonly fact: string;
  readonly operator: string;
  readonly value: Json | FactReference;
  /** JSONPath, plain property and index steps only: `$.a.b[0]`. */
  readonly path?: string;
  readonly params?: { readonly [name: string]: Json };
}

/** A condition tree; exactly one of the keys. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly condition: string }
  | ConditionLeaf;

/** A `path` may only take plain property and index steps: `$.a.b[0]['c d']`. */
export const conditionPathPattern = "^\\$(?:\\.[A-Za-z_][\\w-]*|\\[\\d{1,6}\\]|\\['[^'\\\\]{1,64}'\\])*$";

/** Nesting and size limits of one condition tree. */
export const conditionLimits = { depth: 32, leaves: 10_000 } as const;

/** Placeholder inside document schemas; `x-condition` marks the place for the walk and for the emitter. */
export const ConditionRef = Type.Unsafe<Condition>({ "x-condition": true });

/** The recursive JSON Schema that is published under `$defs/condition`. */
export const conditionJsonSchema = {
  oneOf: [
    ...["all", "any"].map((key) => ({
      type: "object",
      required: [key],
      additionalProperties: false,
      properties: { [key]: { type: "array", minItems: 1, items: { $ref: "#/$defs/condition" } } },
    })),
    {
      type: "object",
      required: ["not"],
      additionalProperties: false,
      properties: { not: { $ref: "#/$defs/condition" } },
    },
    {
      type: "object",
      required: ["condition"],
      additionalProperties: false,
      properties: { condition: { type: "string" } },
    },
    {
      type: "object",
      required: ["fact", "operator", "value"],
      additionalProperties: false,
      properties: {
        fact: { type: "string" },
        operator: { type: "string" },
        value: {
          if: { type: "object", required: ["fact"] },
          then: {
            additionalProperties: false,
            properties: {
              fact: { type: "string" },
              path: { type: "string", pattern: conditionPathPattern },
              params: { type: "object" },
            },
          },
        },
        path: { type: "string", pattern: conditionPathPattern },
        params: { type: "object" },
      },
    },
  ],
} as const;
