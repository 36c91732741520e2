/** For tests: the vocabulary of the starter pack, and arbitrary valid conditions. */
import { catalog } from "@sluice/engine";
import type { Condition, Json } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import fc from "fast-check";
import { emptyVocabulary, type Vocabulary } from "./vocabulary.ts";

const { settings, people, documents } = ecommerceStarter;

const named = (kind: string) =>
  documents.filter((document) => document.kind === kind).map(({ key, name }) => ({ key, name, live: true }));

/** The starter pack's own. */
export const sampleVocabulary: Vocabulary = {
  ...emptyVocabulary,
  catalog: catalog({ settings }),
  channels: settings.channels,
  categories: settings.categories,
  fields: settings.fields,
  shops: settings.shops,
  groups: people.groups,
  skills: people.skills,
  segments: named("segment"),
  calendars: named("calendar"),
};

const json = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
const params = fc.dictionary(fc.constantFrom("a", "b"), json, { maxKeys: 2 });
const path = fc.constantFrom("$", "$.a", "$.items[0].name", "$['a b']");
const name = fc.oneof(
  fc.constantFrom("ticket.text", "order.amount", "vars.x", "plugin.fact", "c.0", "rules"),
  fc.string({ minLength: 1, maxLength: 8 }),
);

/** Any leaf that a document may hold, known to the catalog or not. */
const leaf = fc.record(
  {
    fact: name,
    operator: fc.oneof(fc.constantFrom("equal", "not:someFact:in", "newer"), name),
    value: fc.oneof(json, fc.record({ fact: name, path, params }, { requiredKeys: ["fact"] })),
    path,
    params,
  },
  { requiredKeys: ["fact", "operator", "value"] },
);

/** Any valid condition tree. */
export const anyCondition = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: "small" },
    leaf as fc.Arbitrary<Condition>,
    fc.record({ condition: name }),
    fc.record({ all: fc.array(tie("node"), { minLength: 1, maxLength: 4 }) }),
    fc.record({ any: fc.array(tie("node"), { minLength: 1, maxLength: 4 }) }),
    fc.record({ not: tie("node") }),
  ),
})).node;
