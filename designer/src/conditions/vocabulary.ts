/**
 * Everything that a condition or a value may name, in one value: the catalog's facts and operators, and the
 * workspace's own segments, calendars, channels, people. Pickers read it, sentences take names from it.
 */
import type {
  Catalog,
  Category,
  Channel,
  FactDefinition,
  Group,
  Shop,
  Skill,
  TicketField,
} from "@sluice/schemas";
import type { TFunction } from "i18next";
import type { AgentView, PoolView } from "../client/types.ts";
import { createNames, type Names } from "../explain/names.ts";

/** A document, as pickers need it. */
export interface NamedKey {
  readonly key: string;
  readonly name: string;
  /** `false` while it exists as a draft only; absent where that is not known. */
  readonly live?: boolean;
}

/** What can be named. Lists that have not come in yet are empty. */
export interface Vocabulary {
  readonly catalog: Catalog;
  readonly segments: readonly NamedKey[];
  readonly calendars: readonly NamedKey[];
  readonly categories: readonly Category[];
  readonly channels: readonly Channel[];
  readonly fields: readonly TicketField[];
  readonly groups: readonly Group[];
  readonly agents: readonly AgentView[];
  readonly pools: readonly PoolView[];
  readonly skills: readonly Skill[];
  readonly shops: readonly Shop[];
  /** The workspace's zone. */
  readonly timezone: string;
}

/** A vocabulary that names nothing. */
export const emptyVocabulary: Vocabulary = {
  catalog: {
    facts: [],
    operators: [],
    decorators: [],
    nodeKinds: [],
    strategies: [],
    metrics: [],
    actions: [],
  },
  segments: [],
  calendars: [],
  categories: [],
  channels: [],
  fields: [],
  groups: [],
  agents: [],
  pools: [],
  skills: [],
  shops: [],
  timezone: "Asia/Shanghai",
};

/** The vocabulary with more facts, for instance a workflow's variables; of two with one id the first stands. */
export function withFacts(vocabulary: Vocabulary, facts: readonly FactDefinition[]): Vocabulary {
  if (facts.length === 0) return vocabulary;
  const known = new Set(vocabulary.catalog.facts.map(({ id }) => id));
  const added = facts.filter(({ id }) => !known.has(id));
  return {
    ...vocabulary,
    catalog: { ...vocabulary.catalog, facts: [...vocabulary.catalog.facts, ...added] },
  };
}

const factIndexes = new WeakMap<Catalog, ReadonlyMap<string, FactDefinition>>();

/** A fact by its id. */
export function factOf({ catalog }: Vocabulary, id: string): FactDefinition | undefined {
  let index = factIndexes.get(catalog);
  if (index === undefined) {
    index = new Map(catalog.facts.map((fact) => [fact.id, fact]));
    factIndexes.set(catalog, index);
  }
  return index.get(id);
}

const namesByLanguage = new WeakMap<Vocabulary, Map<string, Names>>();

/** The names of a vocabulary in one language; made once for each. */
export function namesOf(vocabulary: Vocabulary, t: TFunction, language: string): Names {
  let made = namesByLanguage.get(vocabulary);
  if (made === undefined) {
    made = new Map();
    namesByLanguage.set(vocabulary, made);
  }
  const known = made.get(language);
  if (known !== undefined) return known;
  const names = createNames(vocabulary, t, language);
  made.set(language, names);
  return names;
}
