/**
 * What an operator is. Each one is a file under `operators/`: how it looks in the catalog, on which facts
 * and values it may be used, and how it is prepared once per rule (keywords normalised, patterns compiled)
 * so that testing a ticket is cheap.
 */
import type { OperatorDefinition, TextMatch } from "@sluice/schemas";
import type { Evaluation } from "./evaluation.ts";
import type { Scalar } from "./value-schema.ts";

/** A calendar as conditions need it; `compileCalendar` makes them. */
export interface OpenHours {
  isOpen(at: number): boolean;
}

/** Calendars by key. `24x7` need not be given. */
export type Calendars = Readonly<Record<string, OpenHours>>;

/** What preparing may look at. */
export interface OperatorContext {
  readonly calendars: Calendars;
}

/** An operator bound to its value. Must answer for any fact value, and never throw for one. */
export interface PreparedOperator {
  test(actual: unknown, evaluation: Evaluation): boolean;
  /** Where in the original text it was found; only for explaining. */
  matches?(actual: unknown): readonly TextMatch[];
}

/**
 * How the index finds the rules a ticket may match without testing them all: a question that it answers for
 * every rule at once. An `exact` hint is true if and only if the operator is; any other must be true whenever it is.
 */
export type IndexHint = { readonly exact: boolean } & (
  | {
      readonly type: "keywords";
      /** Normalised and not empty; one or all of them are in the normalised text. */
      readonly keywords: readonly string[];
      readonly need: "any" | "all";
      /** Only occurrences without a negation right before them count. */
      readonly unnegated?: boolean;
    }
  | {
      readonly type: "values";
      readonly values: readonly Scalar[];
      /** The fact is one of the values, or, being a list, has one or all of them as an item. */
      readonly of: "fact" | "anyItem" | "allItems";
    }
  | {
      readonly type: "range";
      readonly from: number;
      readonly to: number;
      /** Ends that do not belong to the range; infinite ones never do harm. */
      readonly fromOpen?: boolean;
      readonly toOpen?: boolean;
      /** How the fact becomes a number: as `>` converts it, or as an instant. */
      readonly as: "number" | "instant";
    }
);

/** One operator. */
export interface Operator extends OperatorDefinition {
  /** Binds the operator to a value. Never throws: a value it cannot use gives a test that is never true. */
  prepare(value: unknown, context: OperatorContext): PreparedOperator;
  /** What is wrong with a value beyond its schema: a pattern that does not compile, a calendar that is not there. */
  fault?(value: unknown, context: OperatorContext): string | undefined;
  /** Absent or `undefined`: the operator can be true for any fact. */
  hint?(value: unknown): IndexHint | undefined;
}

/** The test of a value that the operator cannot use. */
export const never: PreparedOperator = { test: () => false };
