/**
 * json-rules-engine as the reference of the house: asked before a publish, asked in the background about a share of
 * the live decisions, and asked in our evaluator's place by rulesets on which the two were found to differ.
 */
import type { CompiledClassification, PublishedDocument } from "@sluice/engine";
import type { AnyDocument, Decision } from "@sluice/schemas";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { AppError, type FieldError } from "../errors.ts";
import type { PublishedChange } from "../runtime-port.ts";
import { type CheckResult, createBackgroundCheck } from "./background-check.ts";
import {
  type CheckedRulesets,
  createCheckedRulesets,
  type Evaluator,
  type Observation,
} from "./checked-rulesets.ts";
import { classified, type Difference, differenceOf, verdictOf } from "./difference.ts";
import {
  closeDifferences,
  type DifferenceDetails,
  openDifferences,
  raiseDifference,
} from "./difference-incidents.ts";
import { checkBeforePublish } from "./publish-check.ts";
import { recentFacts } from "./recent-facts.ts";
import { createReferencePort } from "./reference-port.ts";

/** How often a process of several looks for what others have found, ms. */
const pollMs = 10_000;

export interface ReferenceCheckOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly evaluate: Evaluator;
  /** 0 to 1: which part of the live decisions is checked. */
  readonly share: () => number;
  readonly onResult?: ((result: CheckResult) => void) | undefined;
  readonly onIncident?: ((id: string) => void) | undefined;
  readonly onError: (error: unknown) => void;
}

export interface ReferenceCheck {
  readonly compilerFor: CheckedRulesets["compilerFor"];
  /** Rulesets whose live decisions are the reference's. */
  readonly onReference: readonly string[];
  /** Told after a commit: those of its decisions that were noted down are checked. */
  committed(decisions: Iterable<Decision>): void;
  /** The fault for which a document must not be published, or `null`. */
  beforePublish(document: AnyDocument, beside: readonly PublishedDocument[]): Promise<FieldError | null>;
  /** Inside the publishing transaction: a ruleset's new revision settles what was open. */
  publishing(transaction: Transaction, changes: readonly PublishedChange[]): Promise<void>;
  /** Settles an incident: by asking both once more, or because somebody says so; `alongside` with it. @throws AppError `rules.unsettled`. */
  settle(
    details: DifferenceDetails,
    how: "retried" | "skipped",
    live: CompiledClassification | undefined,
    alongside?: (transaction: Transaction) => Promise<void>,
  ): Promise<void>;
  /** Reads anew which rulesets are on the reference. */
  reload(): Promise<void>;
  /** Resolves when no check is under way. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const rulesetsOf = (changes: readonly PublishedChange[]): readonly string[] =>
  changes.flatMap(({ kind, key }) => (kind === "classification" ? [key] : []));

/** Of the facts only what the ruleset reads: the rest is no part of the difference. */
const factsRead = (facts: Readonly<Record<string, unknown>>, read: readonly string[]) =>
  Object.fromEntries(read.flatMap((fact) => (facts[fact] === undefined ? [] : [[fact, facts[fact]]])));

class HouseReference implements ReferenceCheck {
  readonly compilerFor: CheckedRulesets["compilerFor"];
  readonly #options: ReferenceCheckOptions;
  readonly #port = createReferencePort();
  readonly #rulesets: CheckedRulesets;
  readonly #background: ReturnType<typeof createBackgroundCheck>;
  readonly #poll: NodeJS.Timeout;
  #open: ReadonlySet<string> = new Set();

  constructor(options: ReferenceCheckOptions) {
    const { evaluate, share, onError } = options;
    const reference = this.#port;
    this.#options = options;
    this.#rulesets = createCheckedRulesets({
      ...{ evaluate, reference, share },
      isOnReference: (ruleset) => this.#open.has(ruleset),
    });
    this.compilerFor = this.#rulesets.compilerFor;
    this.#background = createBackgroundCheck({
      ...{ reference, onError },
      onResult: (result) => options.onResult?.(result),
      onDifference: (observation, difference) => this.#found(observation, difference),
    });
    this.#poll = setInterval(() => options.database.shared && this.reload().catch(onError), pollMs);
    this.#poll.unref();
  }

  get onReference(): readonly string[] {
    return [...this.#open];
  }

  committed(decisions: Iterable<Decision>): void {
    for (const decision of decisions) {
      const observation = this.#rulesets.observed(decision);
      if (observation) this.#background.add(observation);
    }
  }

  async beforePublish(
    document: AnyDocument,
    beside: readonly PublishedDocument[],
  ): Promise<FieldError | null> {
    const { evaluate, database, clock } = this.#options;
    const tickets = await recentFacts(database.reader, beside);
    const input = { document, beside, tickets, now: clock.now() };
    return checkBeforePublish({ evaluate, reference: this.#port }, input);
  }

  async publishing(transaction: Transaction, changes: readonly PublishedChange[]): Promise<void> {
    await closeDifferences(transaction, rulesetsOf(changes), "skipped", this.#options.clock.now());
  }

  async settle(
    details: DifferenceDetails,
    how: "retried" | "skipped",
    live: CompiledClassification | undefined,
    alongside?: (transaction: Transaction) => Promise<void>,
  ): Promise<void> {
    if (how === "retried") await this.#askAgain(details, live);
    const { database, clock } = this.#options;
    await database.writer.run(async (transaction) => {
      await closeDifferences(transaction, [details.ruleset], how, clock.now());
      await alongside?.(transaction);
    });
    await this.reload();
  }

  async reload(): Promise<void> {
    this.#open = new Set((await openDifferences(this.#options.database.reader)).keys());
  }

  async idle(): Promise<void> {
    await this.#background.idle();
  }

  async stop(): Promise<void> {
    clearInterval(this.#poll);
    await this.#background.stop();
    await this.#port.close();
  }

  async #found({ question, decision, reads }: Observation, difference: Difference): Promise<void> {
    const { database, clock, onIncident } = this.#options;
    const { key, revision } = decision.ref;
    const facts = factsRead(question.facts, reads);
    const details = { ruleset: key, revision, ...difference, facts, context: question.context };
    const ticket = question.facts["ticket.id"];
    const id = await database.writer.run((transaction) =>
      raiseDifference(transaction, typeof ticket === "string" ? ticket : null, details, clock.now()),
    );
    await this.reload();
    if (id !== null) onIncident?.(id);
  }

  /** The very question once more, by the ruleset as it is live now. */
  async #askAgain(details: DifferenceDetails, live: CompiledClassification | undefined): Promise<void> {
    const evaluators = live && this.#rulesets.evaluators(live);
    if (!evaluators) return;
    const { facts, context, ruleset } = details;
    const answer = await this.#port.ask(evaluators.recipe, { facts, context });
    const ours = evaluators.own.classify(facts, context);
    const still =
      "error" in answer || "needs" in ours || differenceOf(classified(ours), verdictOf(answer.decision));
    if (still) throw new AppError("rules.unsettled", { values: { ruleset } });
  }
}

/** Call `reload` before the first decision. */
export const createReferenceCheck = (options: ReferenceCheckOptions): ReferenceCheck =>
  new HouseReference(options);
