/** What a document is checked against: what would be live beside it, the house's data and its people. */
import type {
  ActionDefinition,
  AnyDocument,
  Condition,
  DocumentKind,
  FactDefinition,
  Problem,
  Settings,
  SluiceDocument,
  StrategyDefinition,
  WorkflowSpec,
} from "@sluice/schemas";
import type { People } from "../definitions/definitions.ts";
import { builtInStrategies } from "../routing/strategy-list.ts";
import { checkConditions } from "../rules/check.ts";
import type { ConditionPlace } from "../rules/check-leaf.ts";
import type { Segments } from "../rules/condition-compiler.ts";
import { createFactCatalog, type FactCatalog } from "../rules/facts/catalog.ts";
import type { Calendars } from "../rules/operator.ts";
import type { CheckMemory } from "./check-memory.ts";

/** What surrounds the document. */
export interface CheckOptions {
  /** Every document that would be live beside it, itself included. */
  readonly documents: readonly AnyDocument[];
  readonly settings: Settings;
  readonly people: People;
  readonly actions: readonly ActionDefinition[];
  /** Facts that plugins fetch. */
  readonly pluginFacts?: readonly FactDefinition[];
  /** Strategies of plugins, beside the built-in ones. */
  readonly strategies?: readonly StrategyDefinition[];
  /**
   * Makes checks of one ruleset again and again cost what changed in it: one for these very surroundings, and only
   * where documents share the parts that did not change and are never written to.
   */
  readonly memory?: CheckMemory;
}

/** The look-ups that the checks of every kind share. */
export interface CheckContext {
  readonly options: CheckOptions;
  readonly facts: FactCatalog;
  readonly segments: Segments;
  readonly strategies: ReadonlySet<string>;
  /** What is said about one part of the document by itself: made anew, or remembered. */
  recall<T>(what: string, about: object, make: () => T): T;
  /** The document of that kind and key, the one being checked before a live one. */
  find<K extends DocumentKind>(kind: K, key: string): SluiceDocument<K> | undefined;
  /** Faults of a condition; `path` is its JSON pointer in the document. */
  conditions(when: Condition | undefined, path: string, place: ConditionPlace): Problem[];
}

const idOf = (kind: DocumentKind, key: string): string => `${kind}/${key}`;

/** `withinCalendar` only asks which keys there are. */
const knownCalendars = (documents: Iterable<AnyDocument>): Calendars =>
  Object.fromEntries(
    [...documents].filter(({ kind }) => kind === "calendar").map(({ key }) => [key, { isOpen: () => true }]),
  );

const whensOf = (documents: Iterable<AnyDocument>): Segments =>
  Object.fromEntries(
    [...documents].flatMap((document) =>
      document.kind === "segment" ? [[document.key, document.spec.when] as const] : [],
    ),
  );

/** Parts of other kinds depend on the rest of their document: only those of a ruleset are remembered. */
const memoryFor = ({ kind }: AnyDocument, { memory }: CheckOptions): CheckMemory | undefined =>
  kind === "classification" ? memory : undefined;

/** Prepares the look-ups for one document. */
export function createCheckContext(
  document: AnyDocument,
  options: CheckOptions,
  variables?: WorkflowSpec["variables"],
): CheckContext {
  const byId = new Map(
    [...options.documents, document].map((item) => [idOf(item.kind, item.key), item] as const),
  );
  const facts = createFactCatalog({
    settings: options.settings,
    ...(options.pluginFacts ? { pluginFacts: options.pluginFacts } : {}),
    ...(variables ? { variables } : {}),
  });
  const segments = whensOf(byId.values());
  const calendars = knownCalendars(byId.values());
  const builtIn = builtInStrategies.map(({ definition }) => definition.id);
  const memory = memoryFor(document, options);
  return {
    options,
    recall: (what, about, make) => (memory ? memory.recall(what, about, make) : make()),
    facts,
    segments,
    strategies: new Set([...builtIn, ...(options.strategies ?? []).map(({ id }) => id)]),
    find: <K extends DocumentKind>(kind: K, key: string) =>
      byId.get(idOf(kind, key)) as SluiceDocument<K> | undefined,
    conditions: (when, path, place) =>
      when === undefined ? [] : checkConditions(when, { catalog: facts, segments, calendars, place, path }),
  };
}
