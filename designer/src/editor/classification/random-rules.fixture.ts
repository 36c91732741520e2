/** Arbitrary rulesets, and a hand that does anything the page offers: for property tests. */
import type { ClassificationRule, Condition, SluiceDocument } from "@sluice/schemas";
import fc from "fast-check";
import { anyCondition } from "../../conditions/testing.ts";
import type { Command } from "../command.ts";
import { addKeywords, removeKeyword } from "./keyword-commands.ts";
import { keywordLeaves } from "./keyword-leaves.ts";
import { type OutcomePart, setOtherwise, setOutcome } from "./outcome-commands.ts";
import { setMode, setPriorityChoice, setReclassify } from "./policy-commands.ts";
import { freshRuleId } from "./rule.ts";
import {
  addRule,
  duplicateRule,
  moveRule,
  removeRules,
  renameRule,
  setActive,
  setEnabled,
  setWhen,
} from "./rule-commands.ts";

export type Ruleset = SluiceDocument<"classification">;

const word = fc.stringMatching(/^[a-z\u4e00-\u9fff]{1,6}$/);
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 5 });
const priority = fc.constantFrom("P0", "P1", "P2", "P3" as const);
const instant = fc.constantFrom("2026-11-10T20:00:00+08:00", "2027-01-01T00:00:00Z");
const fields = fc.dictionary(word, fc.oneof(word, fc.integer(), fc.boolean()), { minKeys: 1, maxKeys: 2 });

/** Without empty parts: those mean the same as none. */
const outcome = fc.record(
  { addTags: words, category: word, priority, fields, stop: fc.constant(true) },
  { requiredKeys: [] },
);

const keywordCondition: fc.Arbitrary<Condition> = words.map((value) => ({
  fact: "ticket.text",
  operator: "containsAnyText",
  value,
}));

const anyWhen = fc.oneof(anyCondition, keywordCondition);

const rule = fc.record(
  {
    id: fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/),
    name: fc.string({ maxLength: 8 }),
    enabled: fc.constant(false),
    activeFrom: instant,
    activeUntil: instant,
    when: anyWhen,
    then: outcome,
  },
  { requiredKeys: ["id", "when", "then"] },
);

/** Any well-formed ruleset with rules of different ids. */
export const anyRuleset = fc
  .record({
    rules: fc.uniqueArray(rule, { selector: ({ id }) => id, maxLength: 8 }),
    mode: fc.constantFrom("all", "first" as const),
    otherwise: fc.record({ category: word, priority, addTags: words }, { requiredKeys: [] }),
  })
  .map(
    (spec) =>
      ({ kind: "classification", key: "any", name: "any", formatVersion: 1, spec }) as unknown as Ruleset,
  );

type Make = (document: Ruleset, id: string) => Command<"classification"> | undefined;

const outcomePart: fc.Arbitrary<OutcomePart> = fc.oneof(
  fc.record({ part: fc.constant("addTags" as const), value: fc.oneof(words, fc.constant([])) }),
  fc.record({ part: fc.constant("category" as const), value: fc.option(word, { nil: undefined }) }),
  fc.record({ part: fc.constant("priority" as const), value: fc.option(priority, { nil: undefined }) }),
  fc.record({ part: fc.constant("fields" as const), value: fc.oneof(fields, fc.constant({})) }),
  fc.record({ part: fc.constant("stop" as const), value: fc.boolean() }),
) as fc.Arbitrary<OutcomePart>;

const at = (index: number, count: number): number => (count === 0 ? 0 : index % count);

const onWords = (
  make: (id: string, path: string, held: readonly string[]) => Command<"classification">,
): Make => {
  return (document, id) => {
    const rule: ClassificationRule | undefined = document.spec.rules.find((one) => one.id === id);
    const leaf = rule && keywordLeaves(rule.when)[0];
    return leaf && make(id, leaf.path, leaf.words);
  };
};

/** Something that a person may do, made for the document as it stands then; `which` chooses the rule. */
export const anyDeed: fc.Arbitrary<{ readonly which: number; readonly make: Make }> = fc.record({
  which: fc.nat(20),
  make: fc.oneof(
    fc.tuple(word, anyWhen, fc.nat(20)).map(([name, when, place]): Make => {
      return ({ spec }) =>
        addRule({ id: freshRuleId(name, spec.rules), name, when, then: {} }, at(place, spec.rules.length));
    }),
    fc.nat(20).map(
      (place): Make =>
        ({ spec }, id) =>
          moveRule(id, at(place, spec.rules.length)),
    ),
    fc.constant<Make>((_, id) => removeRules([id])),
    word.map(
      (name): Make =>
        (document, id) =>
          duplicateRule(document, id, name),
    ),
    fc.boolean().map(
      (on): Make =>
        (_, id) =>
          setEnabled(id, on),
    ),
    word.map(
      (name): Make =>
        (_, id) =>
          renameRule(id, name),
    ),
    anyWhen.map(
      (when): Make =>
        (_, id) =>
          setWhen(id, when),
    ),
    fc
      .tuple(fc.constantFrom("activeFrom", "activeUntil" as const), fc.option(instant, { nil: undefined }))
      .map(
        ([bound, value]): Make =>
          (_, id) =>
            setActive(id, bound as "activeFrom", value),
      ),
    outcomePart.map(
      (part): Make =>
        (_, id) =>
          setOutcome(id, part),
    ),
    outcomePart.map(
      (part): Make =>
        () =>
          part.part === "stop" ? undefined : setOtherwise(part),
    ),
    words.map((added): Make => onWords((id, path) => addKeywords(id, path, added))),
    fc
      .nat(9)
      .map(
        (index): Make =>
          onWords((id, path, held) => removeKeyword(id, path, held[index % held.length] ?? "")),
      ),
    fc.constantFrom("all", "first" as const).map(
      (mode): Make =>
        () =>
          setMode(mode as "all"),
    ),
    fc.constantFrom("first", "most-urgent" as const).map(
      (choice): Make =>
        () =>
          setPriorityChoice(choice as "first"),
    ),
    fc.constantFrom("never", "until-reply" as const).map(
      (when): Make =>
        () =>
          setReclassify(when as "never"),
    ),
  ),
});
