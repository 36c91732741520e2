/** One comparison, checked against the catalog: its fact, its operator, and whether the value has the right type. */
import { type ConditionLeaf, type FactType, type Problem, parseValue, problem } from "@sluice/schemas";
import type { TSchema } from "typebox";
import { isReference } from "./condition-leaf.ts";
import type { FactCatalog } from "./facts/catalog.ts";
import type { Calendars } from "./operator.ts";
import type { NamedOperator, OperatorSet } from "./operator-set.ts";
import { faultOf, innerValues } from "./value-fault.ts";

/** Where conditions stand. */
export type ConditionPlace = "sla-tier" | "classification" | "routing" | "workflow" | "segment";

export interface CheckContext {
  readonly catalog: FactCatalog;
  readonly operators: OperatorSet;
  readonly calendars: Calendars | undefined;
  readonly place: ConditionPlace | undefined;
}

/** What a tier may not depend on: it would change with the clock, with itself or with whoever is assigned. */
const refusedByTiers = /^(?:time|sla|agent)\./;

/** The fault of a known fact that may not be used in this place. */
export const refusedFact = (fact: string, at: string, { catalog, place }: CheckContext): Problem[] =>
  place === "sla-tier" && refusedByTiers.test(fact) && catalog.get(fact)
    ? [problem(at, "condition.fact-not-allowed", { fact })]
    : [];

const checkFact = (fact: string, at: string, context: CheckContext): Problem[] =>
  context.catalog.get(fact)
    ? refusedFact(fact, at, context)
    : [problem(at, "condition.unknown-fact", { fact })];

/** The type that reaches the operator itself; `undefined` when a decorator cannot take the fact's type. */
function innerType(named: NamedOperator, type: FactType): FactType | undefined {
  let at: FactType = type;
  for (const { id } of named.decorators) {
    if (id === "swap") return "any";
    if (id !== "someFact" && id !== "everyFact") continue;
    if (at === "string[]") at = "string";
    else if (at !== "any") return undefined;
  }
  return at;
}

/** What lies at a path in an object is not typed. */
function typeOf(leaf: ConditionLeaf, context: CheckContext): FactType {
  const type = context.catalog.get(leaf.fact)?.type ?? "any";
  return leaf.path !== undefined && (type === "object" || type === "any") ? "any" : type;
}

const expectedOf = (schema: Readonly<Record<string, unknown>>): string => {
  const items = schema.items as Readonly<Record<string, unknown>> | undefined;
  if (items) return `array of ${expectedOf(items)}`;
  if (Array.isArray(schema.anyOf)) return schema.anyOf.map(expectedOf).join(" | ");
  return [schema.type].flat().join(" | ");
};

/** A literal for a fact of a known type has that type too: a number is not compared with a text. */
const literalTypes: Partial<Readonly<Record<FactType, string>>> = {
  string: "string",
  text: "string",
  number: "number",
  boolean: "boolean",
  "string[]": "string",
};

/** Operators whose literal is compared with the fact itself, or with its items. */
const comparing = new Set([
  "equal",
  "notEqual",
  "in",
  "notIn",
  "contains",
  "doesNotContain",
  "intersects",
  "includesAll",
  "between",
]);

function fitsType(named: NamedOperator, type: FactType, value: unknown): boolean {
  const wanted = literalTypes[type];
  if (wanted === undefined || !comparing.has(named.operator.id)) return true;
  const items = Array.isArray(value) ? value : [value];
  return items.every((item) => item === null || typeof item === wanted);
}

function checkValue(
  named: NamedOperator,
  type: FactType,
  leaf: ConditionLeaf,
  at: string,
  context: CheckContext,
): Problem[] {
  if (isReference(leaf.value)) return checkFact(leaf.value.fact, `${at}/fact`, context);
  const inner = innerValues(named, leaf.value);
  if (inner === undefined) return [];
  const schema = named.operator.value;
  const listed =
    inner.length === 0 || (inner.length === 1 && inner[0] === leaf.value) || Array.isArray(leaf.value);
  const right =
    listed &&
    inner.length > 0 &&
    inner.every((one) => parseValue(schema as TSchema, one).ok && fitsType(named, type, one));
  if (!right) return [problem(at, "condition.value", { expected: expectedOf(schema) })];
  return checkFault(named, leaf, at, context);
}

function checkFault(named: NamedOperator, leaf: ConditionLeaf, at: string, context: CheckContext): Problem[] {
  if (named.operator.id === "withinCalendar" && !context.calendars) return [];
  const detail = faultOf(named, leaf.value, { calendars: context.calendars ?? {} });
  if (detail === undefined) return [];
  if (named.operator.id === "withinCalendar")
    return [problem(at, "reference.missing", { kind: "calendar", key: String(leaf.value) })];
  return [problem(at, "condition.pattern", { detail })];
}

/** Every fault of one leaf. */
export function checkLeaf(leaf: ConditionLeaf, path: string, context: CheckContext): Problem[] {
  const found = checkFact(leaf.fact, `${path}/fact`, context);
  const named = context.operators.find(leaf.operator);
  if (!named)
    return [...found, problem(`${path}/operator`, "condition.unknown-operator", { operator: leaf.operator })];
  if (!context.catalog.get(leaf.fact)) return found;
  const declared = typeOf(leaf, context);
  const type = innerType(named, declared);
  if (type === undefined || (type !== "any" && !named.operator.factTypes.includes(type))) {
    const values = { operator: leaf.operator, fact: leaf.fact, type: declared };
    return [...found, problem(`${path}/operator`, "condition.operator-misfit", values)];
  }
  return [...found, ...checkValue(named, type, leaf, `${path}/value`, context)];
}
