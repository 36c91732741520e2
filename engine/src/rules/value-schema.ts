/** The JSON Schemas of operator values; `x-widget` tells the designer which field to draw. */
import type { Json } from "@sluice/schemas";
import { durationPattern } from "./duration.ts";
import { instantPattern } from "./instant.ts";

/** A text, number, boolean or null. */
export const scalarSchema = { type: ["string", "number", "boolean", "null"] };
export const numberSchema = { type: "number" };
export const booleanSchema = { type: "boolean", default: true };
export const listSchema = { type: "array", items: scalarSchema, minItems: 1, maxItems: 10_000 };
export const keywordSchema = { type: "string", minLength: 1, maxLength: 1_000 };
export const keywordListSchema = { type: "array", items: keywordSchema, minItems: 1, maxItems: 10_000 };
export const keywordOrListSchema = { anyOf: [keywordListSchema, keywordSchema] };
export const patternSchema = { type: "string", minLength: 1, maxLength: 1_000, "x-widget": "pattern" };
/** ISO 8601 with an offset, or epoch milliseconds. */
export const instantSchema = {
  anyOf: [{ type: "string", pattern: instantPattern.source }, { type: "number" }],
  "x-widget": "instant",
};
export const rangeSchema = { type: "array", items: instantSchema, minItems: 2, maxItems: 2 };
export const durationSchema = { type: "string", pattern: durationPattern.source, "x-widget": "duration" };
export const calendarSchema = { type: "string", minLength: 1, "x-widget": "calendar" };

/** What `===` and a hash can compare. */
export type Scalar = Extract<Json, string | number | boolean | null>;

/** NaN is none: it equals nothing, but a hash would find it. */
export const isScalar = (value: unknown): value is Scalar =>
  value === null ||
  typeof value === "string" ||
  (typeof value === "number" && !Number.isNaN(value)) ||
  typeof value === "boolean";
