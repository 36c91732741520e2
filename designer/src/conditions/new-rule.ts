/** New lines, and lines whose fact or comparison changed: always with a value of the right shape. */
import type { FactDefinition, FactType, Json } from "@sluice/schemas";
import type { ConditionNode, ConditionRule } from "./condition-tree.ts";
import { defaultOperator, mayCompare, parseOperator } from "./operator-choice.ts";
import { defaultValue, fitValue, peopleFacts, valueKind } from "./value-kind.ts";
import { factOf, type Vocabulary } from "./vocabulary.ts";

/** Where conditions stand. An SLA tier refuses facts that change by themselves. */
export type ConditionPlace = "classification" | "sla" | "routing" | "workflow" | "campaign" | "segment";

const refusedByTiers = /^(?:time|sla|agent)\./;

/** The facts that may be named in a place. */
export const factsFor = (
  vocabulary: Vocabulary,
  place: ConditionPlace | undefined,
): readonly FactDefinition[] =>
  place === "sla"
    ? vocabulary.catalog.facts.filter(({ id }) => !refusedByTiers.test(id))
    : vocabulary.catalog.facts;

/** The whole hour of an instant: what a new instant begins with. */
const hourOf = (now: number): string => new Date(Math.floor(now / 3_600_000) * 3_600_000).toISOString();

const typeOf = (rule: ConditionRule, fact: FactDefinition | undefined) =>
  rule.extra?.path !== undefined && (fact?.type === "object" || fact?.type === "any")
    ? "any"
    : (fact?.type ?? "any");

function begin(fact: FactDefinition | undefined, vocabulary: Vocabulary, now: number) {
  const hasOptions = (fact?.options?.length ?? 0) > 0 || (fact !== undefined && fact.id in peopleFacts);
  const operator = defaultOperator(fact?.type ?? "any", hasOptions, vocabulary.catalog);
  const kind = valueKind(parseOperator(operator, vocabulary.catalog), fact);
  return { operator, value: defaultValue(kind, fact, hourOf(now)) };
}

/** A new line: the fact that most conditions begin with, without keywords yet. */
export function newRule(
  vocabulary: Vocabulary,
  place: ConditionPlace | undefined,
  id: string,
  now: number,
): ConditionRule {
  const facts = factsFor(vocabulary, place);
  const fact = facts.find((one) => one.id === "ticket.text") ?? facts[0];
  const { operator, value } = begin(fact, vocabulary, now);
  return { id, kind: "leaf", field: fact?.id ?? "ticket.text", operator, value, nots: 0 };
}

/** The line about another fact; comparison and value are kept where they still make sense. */
export function withFact(
  rule: ConditionRule,
  factId: string,
  vocabulary: Vocabulary,
  now: number,
): ConditionRule {
  const fact = factOf(vocabulary, factId);
  const plain: ConditionRule = {
    id: rule.id,
    kind: "leaf",
    field: factId,
    operator: rule.operator,
    value: rule.value,
    nots: rule.nots,
  };
  const before = factOf(vocabulary, rule.field);
  const operator = parseOperator(rule.operator, vocabulary.catalog);
  const keeps =
    rule.kind === "leaf" && mayCompare(operator, fact?.type ?? "any") && before?.type === fact?.type;
  if (!keeps) return { ...plain, ...begin(fact, vocabulary, now) };
  const kind = valueKind(operator, fact);
  const sameChoices = before?.options === undefined && fact?.options === undefined;
  // What was chosen from one fact's choices means nothing among another's.
  const value =
    sameChoices && kind !== "choice" && kind !== "choices"
      ? fitValue(rule.value as Json, { from: kind, to: kind, fact, at: hourOf(now) })
      : defaultValue(kind, fact, hourOf(now));
  return { ...plain, value };
}

/** The line with another comparison; the value is kept in the shape that this one takes. */
export function withOperator(
  rule: ConditionRule,
  operator: string,
  vocabulary: Vocabulary,
  now: number,
): ConditionRule {
  const fact = factOf(vocabulary, rule.field);
  const kindOf = (name: string) => valueKind(parseOperator(name, vocabulary.catalog), fact);
  const change = { from: kindOf(rule.operator), to: kindOf(operator), fact, at: hourOf(now) };
  return { ...rule, operator, value: fitValue(rule.value as Json, change) };
}

/** The line as a segment's name. */
export const withSegment = (rule: ConditionRule, key: string): ConditionRule => ({
  id: rule.id,
  kind: "segment",
  field: "",
  operator: "",
  value: key,
  nots: rule.nots,
});

/** The type of the facts that a line may be compared with; `undefined` where its value can only be written. */
export function comparableType(rule: ConditionRule, vocabulary: Vocabulary): FactType | undefined {
  if (rule.kind === "segment") return undefined;
  const fact = factOf(vocabulary, rule.field);
  switch (valueKind(parseOperator(rule.operator, vocabulary.catalog), fact)) {
    case "text":
    case "choice":
    case "number":
    case "instant":
      return typeOf(rule, fact);
    case "texts":
    case "choices":
      return "string[]";
    default:
      return undefined;
  }
}

/** The line compared with another fact, or with a value of its own again. */
export function withComparedFact(
  rule: ConditionRule,
  compare: boolean,
  vocabulary: Vocabulary,
  now: number,
): ConditionRule {
  const fact = factOf(vocabulary, rule.field);
  const kind = valueKind(parseOperator(rule.operator, vocabulary.catalog), fact);
  const type = comparableType(rule, vocabulary);
  if (!compare || type === undefined) return { ...rule, value: defaultValue(kind, fact, hourOf(now)) };
  const other = vocabulary.catalog.facts.find((one) => one.id !== rule.field && one.type === type);
  return { ...rule, value: { fact: other?.id ?? rule.field } };
}

/** One `not` more, or one less. */
export const toggleNot = <N extends ConditionNode>(node: N): N => ({
  ...node,
  nots: node.nots % 2 === 1 ? node.nots - 1 : node.nots + 1,
});
