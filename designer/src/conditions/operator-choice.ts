/**
 * Which comparisons a fact allows, decorated ones included, as the catalog says it. An operator is written
 * `not:someFact:in`, the outermost decorator first.
 */
import type { Catalog, FactType, OperatorDefinition } from "@sluice/schemas";

/** An operator's name taken apart. */
export interface NamedOperator {
  readonly name: string;
  readonly decorators: readonly string[];
  /** `undefined` for one that the catalog does not know. */
  readonly definition: OperatorDefinition | undefined;
}

/** Comparisons that are offered under one decorator; `plain` is none. */
export interface OperatorGroup {
  readonly id: OperatorGroupId;
  readonly operators: readonly NamedOperator[];
}

const groupIds = ["plain", "not", "someFact", "everyFact", "someValue", "everyValue"] as const;
export type OperatorGroupId = (typeof groupIds)[number];

/** Takes an operator's name apart. */
export function parseOperator(name: string, catalog: Catalog): NamedOperator {
  const parts = name.split(":");
  const id = parts.at(-1) ?? "";
  return {
    name,
    decorators: parts.slice(0, -1),
    definition: catalog.operators.find((operator) => operator.id === id),
  };
}

const fits = (operator: OperatorDefinition, type: FactType): boolean =>
  type === "any" || operator.factTypes.includes(type);

/** What reaches the operator when a list's items are compared; `undefined` where the fact is no list. */
const itemType = (type: FactType): FactType | undefined =>
  type === "string[]" ? "string" : type === "any" ? "any" : undefined;

/** Negating these gives another operator of the list. */
const withOpposite = new Set([
  "equal",
  "notEqual",
  "in",
  "notIn",
  "contains",
  "doesNotContain",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
  "before",
  "after",
  "isPresent",
]);

/** Its value is one text, number or the like, so that a list of them makes sense. */
const takesOne = ({ value }: OperatorDefinition): boolean =>
  value["x-widget"] === undefined &&
  value.anyOf === undefined &&
  value.type !== "array" &&
  value.type !== "boolean";

/** Operators that already take a list where the decorator would make one. */
const hasListForm = new Set(["equal", "notEqual", "containsText"]);

function allowedUnder(group: OperatorGroupId, operator: OperatorDefinition, type: FactType): boolean {
  switch (group) {
    case "plain":
      return fits(operator, type);
    case "not":
      return fits(operator, type) && !withOpposite.has(operator.id);
    case "someFact":
    case "everyFact": {
      const item = itemType(type);
      return item !== undefined && fits(operator, item) && operator.id !== "isPresent";
    }
    case "someValue":
    case "everyValue":
      return fits(operator, type) && takesOne(operator) && !hasListForm.has(operator.id);
  }
}

/** Everything that may be chosen for a fact of a type, the plain comparisons first. */
export function operatorGroups(type: FactType, catalog: Catalog): readonly OperatorGroup[] {
  const known = new Set(catalog.decorators.map(({ id }) => id));
  return groupIds
    .filter((id) => id === "plain" || known.has(id))
    .map((id) => ({
      id,
      operators: catalog.operators
        .filter((operator) => allowedUnder(id, operator, type))
        .map((definition) => ({
          name: id === "plain" ? definition.id : `${id}:${definition.id}`,
          decorators: id === "plain" ? [] : [id],
          definition,
        })),
    }))
    .filter(({ operators }) => operators.length > 0);
}

/** True when the catalog allows the operator, with its decorators, on a fact of the type. */
export function mayCompare({ decorators, definition }: NamedOperator, type: FactType): boolean {
  if (definition === undefined) return false;
  let at: FactType | undefined = type;
  for (const decorator of decorators) {
    if (decorator === "swap") return true;
    if (decorator !== "someFact" && decorator !== "everyFact") continue;
    at = itemType(at);
    if (at === undefined) return false;
  }
  return fits(definition, at);
}

/** What a new comparison begins with, by the fact's type. */
const first: Readonly<Record<FactType, readonly string[]>> = {
  text: ["containsAnyText"],
  string: ["equal"],
  number: ["greaterThanInclusive"],
  boolean: ["equal"],
  instant: ["withinLast"],
  "string[]": ["intersects"],
  object: ["isPresent"],
  any: ["equal"],
};

/** The comparison that a fact begins with; one with choices begins with a list of them. */
export function defaultOperator(type: FactType, hasOptions: boolean, catalog: Catalog): string {
  const wanted = type === "string" && hasOptions ? ["in", ...first[type]] : first[type];
  const allowed = catalog.operators.filter((operator) => fits(operator, type));
  const found = wanted.find((id) => allowed.some((operator) => operator.id === id));
  return found ?? allowed[0]?.id ?? "equal";
}
