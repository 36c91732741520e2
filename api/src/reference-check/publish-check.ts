/**
 * Before a document is published its conditions are run by both evaluators: on recent tickets as they came in, and on
 * facts made up around its leaves. A ruleset is asked as a whole, too. The time is bounded; what it does not reach is
 * left to the checks in the background. Source: documents.md, "json-rules-engine is the reference".
 */
import {
  type ClassificationOptions,
  type ConditionPlace,
  conditionPlacesOf,
  type PublishedDocument,
} from "@sluice/engine";
import {
  type AnyDocument,
  type ClassificationSpec,
  type Condition,
  problem,
  type RevisionRef,
  type SluiceDocument,
} from "@sluice/schemas";
import { createSlices, type Slices } from "../backtest/slices.ts";
import type { FieldError } from "../errors.ts";
import type { Evaluator } from "./checked-rulesets.ts";
import { classified, type Difference, differenceOf } from "./difference.ts";
import { probeFacts, type Segments } from "./probe-facts.ts";
import type { ReferencePort } from "./reference-port.ts";
import { calendarsOf, type RulesetRecipe, toRecipe } from "./ruleset-recipe.ts";

/** Longest that publishing waits for the check of one document, ms of the machine. */
const maxMs = 2_000;
/** Conditions that are asked together: the reference reads all of them for each reading of the facts. */
const chunkSize = 20;
/** Questions that are on their way at once. */
const together = 20;

type Facts = Readonly<Record<string, unknown>>;

export interface PublishCheckOptions {
  readonly evaluate: Evaluator;
  readonly reference: ReferencePort;
}

export interface PublishCheckInput {
  readonly document: AnyDocument;
  /** Everything that would be live with it. */
  readonly beside: readonly PublishedDocument[];
  /** Recent tickets as they came in. */
  readonly tickets: readonly Facts[];
  /** Epoch ms. */
  readonly now: number;
}

/** Rules that are asked together, and where each stands in the document. */
interface Batch {
  readonly spec: ClassificationSpec;
  readonly paths: ReadonlyMap<string, string>;
  readonly questions: readonly Facts[];
}

const ref: RevisionRef = { kind: "classification", key: "checked", revision: 0 };

const isRuleset = (document: AnyDocument): document is AnyDocument & SluiceDocument<"classification"> =>
  document.kind === "classification";

const isSegment = (document: AnyDocument): document is AnyDocument & SluiceDocument<"segment"> =>
  document.kind === "segment";

const segmentsOf = (documents: readonly PublishedDocument[]): Segments =>
  Object.fromEntries(
    documents.flatMap(({ document }) => (isSegment(document) ? [[document.key, document.spec.when]] : [])),
  );

/** Conditions as rules of a list that none of them ends: each is decided, whatever the others say. */
function asRules(places: readonly ConditionPlace[]): ClassificationSpec {
  const rules = places.map(({ when, path }) => ({ id: path, name: "", when, then: {} }));
  return { mode: "all", rules };
}

/** Some conditions at a time, each on readings of the facts that all of them together are about. */
function* conditionBatches(
  places: readonly ConditionPlace[],
  segments: Segments,
  now: number,
): Generator<Batch> {
  for (let from = 0; from < places.length; from += chunkSize) {
    const part = places.slice(from, from + chunkSize);
    const questions = part.flatMap(({ when }) => probeFacts(when as Condition, segments, now));
    yield { spec: asRules(part), paths: new Map(part.map(({ path }) => [path, path])), questions };
  }
}

/** The ruleset whole, in its own order, on the tickets; also on what was made up for its rules. */
function wholeBatch(document: SluiceDocument<"classification">, questions: readonly Facts[]): Batch {
  const { spec } = document;
  const paths = new Map(spec.rules.map(({ id }, index) => [id, `/spec/rules/${index}/when`] as const));
  return { spec, paths, questions };
}

function* batchesOf({ document, beside, tickets, now }: PublishCheckInput): Generator<Batch> {
  const segments = segmentsOf(beside);
  const places = conditionPlacesOf(document);
  const paths = new Map(places.map(({ path }) => [path, path]));
  if (isRuleset(document)) yield wholeBatch(document, tickets);
  else if (places.length > 0) yield { spec: asRules(places), paths, questions: tickets };
  yield* conditionBatches(places, segments, now);
  if (!isRuleset(document)) return;
  const first = document.spec.rules.flatMap(({ when }) => probeFacts(when, segments, now).slice(0, 1));
  yield wholeBatch(document, first);
}

/** What a fault tells besides its place: the facts, and what each evaluator made of them. */
function toFault(difference: Difference, batch: Batch, facts: Facts): FieldError {
  const path = batch.paths.get(difference.rule ?? "") ?? "/spec";
  const { ours, reference } = difference;
  const named = difference.rule ?? "";
  return {
    ...problem(path, "rules.reference-difference", { rule: named }),
    details: { facts: JSON.parse(JSON.stringify(facts)), ours, reference },
  };
}

/** Checks of one publishing. */
class PublishCheck {
  readonly #options: PublishCheckOptions;
  readonly #input: PublishCheckInput;
  readonly #slices: Slices;

  constructor(options: PublishCheckOptions, input: PublishCheckInput) {
    this.#options = options;
    this.#input = input;
    this.#slices = createSlices(maxMs);
  }

  /** The first difference, or `null`. */
  async run(): Promise<FieldError | null> {
    for (const batch of batchesOf(this.#input)) {
      if (!(await this.#slices.breathe())) return null;
      const fault = await this.#ask(batch);
      if (fault) return fault;
    }
    return null;
  }

  async #ask(batch: Batch): Promise<FieldError | null> {
    const { beside } = this.#input;
    const options: ClassificationOptions = { ref, segments: segmentsOf(beside) };
    const document = { spec: batch.spec };
    const recipe = toRecipe(document, options, beside);
    const own = this.#options.evaluate(document, { ...options, calendars: calendarsOf(recipe) });
    for (let from = 0; from < batch.questions.length; from += together) {
      if (!(await this.#slices.breathe())) return null;
      const part = batch.questions.slice(from, from + together);
      const faults = await Promise.all(part.map((facts) => this.#compare(own, recipe, batch, facts)));
      const fault = faults.find((one) => one !== null);
      if (fault) return fault;
    }
    return null;
  }

  async #compare(
    own: ReturnType<Evaluator>,
    recipe: RulesetRecipe,
    batch: Batch,
    facts: Facts,
  ): Promise<FieldError | null> {
    const context = { now: this.#input.now };
    const answer = await this.#options.reference.ask(recipe, { facts, context });
    const ours = own.classify(facts, context);
    // What the reference cannot answer shows no difference.
    if ("error" in answer || "needs" in ours) return null;
    const { matched, outcome } = answer.decision;
    const difference = differenceOf(classified(ours), { matched: matched.map(({ id }) => id), outcome });
    return difference && toFault(difference, batch, facts);
  }
}

/** The fault to refuse the document with, or `null`; checks for at most two seconds. */
export const checkBeforePublish = (
  options: PublishCheckOptions,
  input: PublishCheckInput,
): Promise<FieldError | null> => new PublishCheck(options, input).run();
