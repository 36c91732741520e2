import { type Condition, checkCondition, conditionsOf, documentSchemas, type Json } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ConditionRule, fromQuery } from "./condition-tree.ts";
import {
  factsFor,
  newRule,
  toggleNot,
  withComparedFact,
  withFact,
  withOperator,
  withSegment,
} from "./new-rule.ts";
import { defaultOperator, mayCompare, operatorGroups, parseOperator } from "./operator-choice.ts";
import { sampleVocabulary as vocabulary } from "./testing.ts";
import { fitsKind, isIncomplete, isReference, valueKind } from "./value-kind.ts";
import { factOf } from "./vocabulary.ts";

const now = Date.parse("2026-03-02T02:30:00Z");
const rule = (field: string, operator: string, value: Json): ConditionRule => ({
  id: "r",
  kind: "leaf",
  field,
  operator,
  value,
  nots: 0,
});
const kindOf = ({ field, operator }: ConditionRule) =>
  valueKind(parseOperator(operator, vocabulary.catalog), factOf(vocabulary, field));
const stored = (one: ConditionRule) =>
  fromQuery({ id: "x", combinator: "all", nots: 0, bare: true, rules: [one] });

describe("a new line", () => {
  it("asks for keywords in what the customer wrote", () => {
    const fresh = newRule(vocabulary, "classification", "r", now);
    expect(fresh).toMatchObject({ field: "ticket.text", operator: "containsAnyText", value: [] });
    expect(checkCondition(stored(fresh))).toEqual([]);
  });

  it("never begins with a fact that the place refuses", () => {
    const refused = factsFor(vocabulary, "sla").filter(({ id }) => /^(?:time|sla|agent)\./.test(id));
    expect(refused).toEqual([]);
    expect(factsFor(vocabulary, "workflow").some(({ id }) => id === "time.hour")).toBe(true);
  });
});

describe("changing a line", () => {
  it.each<[string, string, Json, string, Json]>([
    ["ticket.text", "containsText", "退款", "containsAnyText", ["退款"]],
    ["ticket.text", "containsAnyText", ["退款", "退货"], "containsText", "退款"],
    ["ticket.channel", "equal", "jd", "in", ["jd"]],
    ["ticket.channel", "in", ["jd", "pdd"], "notEqual", "jd"],
    ["order.amount", "greaterThan", 500, "between", [500, 500]],
    ["order.amount", "between", [5, 9], "lessThan", 5],
    ["order.amount", "equal", 5, "isPresent", true],
    ["ticket.createdAt", "withinLast", "P3D", "withinCalendar", "24x7"],
    ["ticket.createdAt", "withinLast", "P3D", "before", "2026-03-02T02:00:00.000Z"],
  ])("%s %s %j → %s %j", (field, operator, value, next, expected) => {
    expect(withOperator(rule(field, operator, value), next, vocabulary, now).value).toEqual(expected);
  });

  it("drops what was chosen from another fact's choices", () => {
    expect(withFact(rule("ticket.channel", "in", ["jd"]), "ticket.status", vocabulary, now)).toMatchObject({
      operator: "in",
      value: [],
    });
    expect(
      withFact(rule("ticket.subject", "containsText", "a"), "ticket.body", vocabulary, now),
    ).toMatchObject({
      operator: "containsText",
      value: "a",
    });
  });

  it("turns into a segment and back", () => {
    const segment = withSegment(rule("ticket.text", "containsText", "a"), "vip");
    expect(stored(segment)).toEqual({ condition: "vip" });
    expect(withFact(segment, "order.amount", vocabulary, now)).toMatchObject({ kind: "leaf", value: 0 });
  });

  it("compares with a fact of the same type, and with a value again", () => {
    const amount = rule("order.amount", "greaterThan", 1);
    const compared = withComparedFact(amount, true, vocabulary, now);
    expect(isReference(compared.value)).toBe(true);
    expect(factOf(vocabulary, (compared.value as { fact: string }).fact)?.type).toBe("number");
    expect(withComparedFact(compared, false, vocabulary, now).value).toBe(0);
  });

  it("negates once, and once more is as before", () => {
    expect(toggleNot(toggleNot(rule("a", "b", 1)))).toEqual(rule("a", "b", 1));
    expect(toggleNot({ ...rule("a", "b", 1), nots: 2 }).nots).toBe(3);
  });

  it("always gives a comparison the catalog allows, with a value its input can show", () => {
    const ids = vocabulary.catalog.facts.map(({ id }) => id);
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.constantFrom(...ids), fc.nat(), (from, to, pick) => {
        const start = withFact(newRule(vocabulary, undefined, "r", now), from, vocabulary, now);
        const moved = withFact(start, to, vocabulary, now);
        const type = factOf(vocabulary, to)?.type ?? "any";
        const choices = operatorGroups(type, vocabulary.catalog).flatMap(({ operators }) => operators);
        const choice = choices[pick % choices.length]?.name ?? "";
        for (const one of [start, moved, withOperator(moved, choice, vocabulary, now)]) {
          const fact = factOf(vocabulary, one.field);
          expect(mayCompare(parseOperator(one.operator, vocabulary.catalog), fact?.type ?? "any")).toBe(true);
          expect(fitsKind(kindOf(one), one.value)).toBe(true);
          expect(checkCondition(stored(one))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("operators", () => {
  it("begin with one that every fact allows", () => {
    for (const { type, options } of vocabulary.catalog.facts) {
      const name = defaultOperator(type, (options?.length ?? 0) > 0, vocabulary.catalog);
      expect(mayCompare(parseOperator(name, vocabulary.catalog), type)).toBe(true);
    }
  });

  it("offer items of a list under the catalog's decorators, and only for lists", () => {
    const groupsOf = (type: "string[]" | "number") =>
      operatorGroups(type, vocabulary.catalog).map(({ id }) => id);
    expect(groupsOf("string[]")).toContain("someFact");
    expect(groupsOf("number")).not.toContain("someFact");
  });
});

describe("the starter pack", () => {
  const leaves = (condition: Condition): readonly Condition[] => {
    if ("all" in condition) return condition.all.flatMap(leaves);
    if ("any" in condition) return condition.any.flatMap(leaves);
    return "not" in condition ? leaves(condition.not) : [condition];
  };

  it("has an input of its own for every value in it", () => {
    const all = ecommerceStarter.documents
      .flatMap((document) =>
        conditionsOf(documentSchemas[document.kind], document).flatMap(({ value }) =>
          leaves(value as Condition),
        ),
      )
      .flatMap((leaf) => ("fact" in leaf ? [rule(leaf.fact, leaf.operator, leaf.value as Json)] : []));
    expect(all.length).toBeGreaterThan(50);
    const asJson = all.filter(
      (one) => !isReference(one.value) && (kindOf(one) === "json" || !fitsKind(kindOf(one), one.value)),
    );
    expect(asJson.map(({ field, operator }) => `${field} ${operator}`)).toEqual([]);
    expect(all.filter(({ value }) => isIncomplete(value))).toEqual([]);
  });
});
