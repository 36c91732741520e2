import { applyPatch } from "@sluice/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSame } from "../is-same.ts";
import { mergeDocuments, pointerOf } from "./merge-documents.ts";

const rule = (id: string, name: string, priority = "P2") => ({ id, name, then: { priority } });
const base = { name: "Default", spec: { rules: [rule("a", "A"), rule("b", "B"), rule("c", "C")] } };
const withRules = (...rules: unknown[]) => ({ ...base, spec: { rules } }) as typeof base;

describe("merging two drafts made from one", () => {
  it("takes what only one side changed", () => {
    const mine = withRules(rule("a", "A", "P0"), rule("b", "B"), rule("c", "C"));
    const theirs = { ...withRules(rule("a", "A"), rule("b", "B 2"), rule("c", "C")), name: "Other" };
    const { document, clashes } = mergeDocuments(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(document).toEqual({
      name: "Other",
      spec: { rules: [rule("a", "A", "P0"), rule("b", "B 2"), rule("c", "C")] },
    });
  });

  it("keeps an item that was moved here and edited there, both", () => {
    const mine = withRules(rule("c", "C"), rule("a", "A"), rule("b", "B"));
    const theirs = withRules(rule("a", "A"), rule("b", "B"), rule("c", "C", "P0"));
    const { document, clashes } = mergeDocuments(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(document).toEqual(withRules(rule("c", "C", "P0"), rule("a", "A"), rule("b", "B")));
  });

  it("keeps additions of both beside their neighbours, and removals of both", () => {
    const mine = withRules(rule("a", "A"), rule("m", "M"), rule("b", "B"), rule("c", "C"));
    const theirs = withRules(rule("a", "A"), rule("b", "B"), rule("t", "T"));
    const { document, clashes } = mergeDocuments(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(document.spec.rules.map(({ id }) => id)).toEqual(["a", "m", "b", "t"]);
  });

  it("asks where both changed the same place, and does as it is told", () => {
    const mine = withRules(rule("a", "mine"), rule("b", "B"), rule("c", "C"));
    const theirs = withRules(rule("a", "theirs"), rule("b", "B"), rule("c", "C"));
    for (const side of ["mine", "theirs"] as const) {
      const { document, clashes } = mergeDocuments(base, mine, theirs, () => side);
      expect(clashes).toEqual([{ place: "/spec/rules/[a]/name", base: "A", mine: "mine", theirs: "theirs" }]);
      expect(document.spec.rules[0]?.name).toBe(side);
    }
  });

  it("asks where one removed what the other changed", () => {
    const mine = withRules(rule("b", "B"), rule("c", "C"));
    const theirs = withRules(rule("a", "changed"), rule("b", "B"), rule("c", "C"));
    const { clashes } = mergeDocuments(base, mine, theirs);
    expect(clashes).toMatchObject([{ place: "/spec/rules/[a]", mine: undefined }]);
    const kept = mergeDocuments(base, mine, theirs, () => "theirs").document;
    expect(kept.spec.rules.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  it("asks where both changed the order", () => {
    const [a, b, c] = base.spec.rules;
    const { document, clashes } = mergeDocuments(
      base,
      withRules(c, a, b),
      withRules(b, a, c),
      () => "theirs",
    );
    expect(clashes).toMatchObject([{ place: "/spec/rules/[]" }]);
    expect(document).toEqual(withRules(b, a, c));
  });

  it("never mixes two conditions", () => {
    const when = (fact: string, operator: string) => ({ spec: { when: { fact, operator, value: 1 } } });
    const { clashes } = mergeDocuments(
      when("order.amount", "equal"),
      when("customer.annualSpend", "equal"),
      when("order.amount", "greaterThan"),
    );
    expect(clashes).toMatchObject([{ place: "/spec/when" }]);
  });

  it("finds a clash's place in either document", () => {
    expect(pointerOf(base, "/spec/rules/[b]/name")).toBe("/spec/rules/1/name");
    expect(pointerOf(base, "/spec/rules/[gone]/name")).toBe("/spec/rules");
    expect(pointerOf(base, "/spec/rules/[]")).toBe("/spec/rules");
  });
});

const word = fc.string({ maxLength: 4 });
const fields = ["p", "q", "r", "s"] as const;
const item = (id: string) => fc.record({ p: word, q: word, r: word, s: word }).map((it) => ({ id, ...it }));
const documents = fc
  .uniqueArray(fc.constantFrom(..."abcdefgh"), { minLength: 1 })
  .chain((ids) => fc.tuple(...ids.map(item)))
  .map((items) => ({ items }));
/** A change of one field of one item, by their numbers. */
const edits = fc.array(fc.tuple(fc.nat(7), fc.nat(3), word), { maxLength: 6 });
type Edits = readonly (readonly [number, number, string])[];
type Doc = { readonly items: readonly { readonly id: string }[] };

const edited = (document: Doc, list: Edits): Doc =>
  list.reduce<Doc>((at, [index, field, value]) => {
    const path = `/items/${index % document.items.length}/${fields[field]}`;
    return applyPatch(at, [{ op: "replace", path, value }]) as Doc;
  }, document);

describe("the algebra of merging", () => {
  it("gives both of two disjoint sets of changes, whichever side is mine", () => {
    fc.assert(
      fc.property(documents, edits, edits, (document, ours, others) => {
        // Mine changes the first two fields of items, theirs the others.
        const here = ours.map(([index, field, value]) => [index, field % 2, value] as const);
        const there = others.map(([index, field, value]) => [index, 2 + (field % 2), value] as const);
        const [mine, theirs] = [edited(document, here), edited(document, there)];
        const merged = mergeDocuments<Doc>(document, mine, theirs);
        const other = mergeDocuments<Doc>(document, theirs, mine);
        expect(merged.clashes).toEqual([]);
        expect(merged.document).toEqual(edited(mine, there));
        expect(isSame(merged.document, other.document)).toBe(true);
      }),
    );
  });

  it("is one side where the other changed nothing, and never asks then", () => {
    fc.assert(
      fc.property(documents, documents, (document, next) => {
        expect(mergeDocuments<Doc>(document, next, document)).toEqual({ document: next, clashes: [] });
        expect(mergeDocuments<Doc>(document, document, next)).toEqual({ document: next, clashes: [] });
        expect(mergeDocuments<Doc>(document, next, next)).toEqual({ document: next, clashes: [] });
      }),
    );
  });

  it("is exactly one side where every clash is decided for it and the other only clashes", () => {
    fc.assert(
      fc.property(documents, edits, (document, list) => {
        // Longer than any word of the base: both sides change every place that they touch.
        const by = (who: string) => list.map(([at, field, value]) => [at, field, value + who] as const);
        const mine = edited(document, by("-mine"));
        const theirs = edited(document, by("-theirs"));
        expect(mergeDocuments(document, mine, theirs, () => "theirs").document).toEqual(theirs);
        expect(mergeDocuments(document, theirs, mine, () => "mine").document).toEqual(theirs);
      }),
    );
  });
});
