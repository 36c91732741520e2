/**
 * Rulesets as the house decides by them: by our evaluator, and by json-rules-engine where the two have been found to
 * differ. A share of the decisions is noted down as they are made; what is committed of them can be asked for.
 */
import type {
  ClassificationContext,
  ClassificationOptions,
  CompiledClassification,
  compileClassification,
  PublishedDocument,
} from "@sluice/engine";
import type { ClassificationDecision, ClassificationSpec, Decision } from "@sluice/schemas";
import { AppError } from "../errors.ts";
import type { ReferencePort } from "./reference-port.ts";
import { type Question, type RulesetRecipe, toRecipe } from "./ruleset-recipe.ts";
import { isSampled } from "./sampling.ts";

/** What makes rulesets ready; the engine's own unless a test puts another in its place. */
export type Evaluator = typeof compileClassification;

/** A decision that is to be checked once it is committed. */
export interface Observation {
  readonly recipe: RulesetRecipe;
  readonly question: Question;
  readonly decision: ClassificationDecision;
  /** The facts that the ruleset reads. */
  readonly reads: readonly string[];
}

export interface CheckedRulesetsOptions {
  readonly evaluate: Evaluator;
  readonly reference: ReferencePort;
  /** 0 to 1: which part of the decisions is noted down. */
  readonly share: () => number;
  /** Whether all decisions of a ruleset (its key) have to be the reference's. */
  readonly isOnReference: (ruleset: string) => boolean;
}

export interface CheckedRulesets {
  /** Compiles as the engine does, beside these published documents. */
  compilerFor(published: () => readonly PublishedDocument[]): Evaluator;
  /** What was noted down of a decision, by the very object; forgotten with it. */
  observed(decision: Decision): Observation | undefined;
  /** The two evaluators behind a ruleset that is live; `undefined` for one that was not compiled here. */
  evaluators(compiled: CompiledClassification): Evaluators | undefined;
}

/** The same ruleset for our evaluator and for the reference. */
export interface Evaluators {
  readonly own: CompiledClassification;
  readonly recipe: RulesetRecipe;
}

/** A decision of the reference, waited for: a live decision is made within one transaction. */
function decideNow(
  { reference }: CheckedRulesetsOptions,
  recipe: RulesetRecipe,
  question: Question,
): ClassificationDecision {
  const answer = reference.askNow(recipe, question);
  if ("decision" in answer) return answer.decision;
  throw new AppError("service.unavailable", {
    values: { seconds: 5 },
    cause: new Error(`the reference cannot decide by ${recipe.ref.key}: ${answer.error}`),
  });
}

const toClassification = ({ matched, outcome, sources }: ClassificationDecision) => ({
  ...outcome,
  matched: matched.map(({ id }) => id),
  sources,
});

/** A published ruleset; drafts that are only tried are neither checked nor moved to the reference. */
function checked(
  own: CompiledClassification,
  recipe: RulesetRecipe,
  options: CheckedRulesetsOptions,
  noted: WeakMap<object, Observation>,
): CompiledClassification {
  const { key } = own.ref;
  const note = (decision: ClassificationDecision, question: Question): ClassificationDecision => {
    const ticket = question.facts["ticket.id"];
    if (typeof ticket === "string" && isSampled(ticket, options.share()))
      noted.set(decision, {
        ...{ recipe, decision, reads: own.facts },
        question: { ...question, facts: { ...question.facts } },
      });
    return decision;
  };
  return {
    ref: own.ref,
    reclassify: own.reclassify,
    facts: own.facts,
    classify(facts, context: ClassificationContext) {
      const answer = own.classify(facts, context);
      if ("needs" in answer || !options.isOnReference(key)) return answer;
      return toClassification(decideNow(options, recipe, { facts, context }));
    },
    decision: (facts, context) =>
      options.isOnReference(key)
        ? decideNow(options, recipe, { facts, context })
        : note(own.decision(facts, context), { facts, context }),
    explain: (facts, context) => own.explain(facts, context),
  };
}

export function createCheckedRulesets(options: CheckedRulesetsOptions): CheckedRulesets {
  const noted = new WeakMap<object, Observation>();
  const inside = new WeakMap<CompiledClassification, Evaluators>();
  return {
    compilerFor:
      (published) =>
      (document: { readonly spec: ClassificationSpec }, given: ClassificationOptions = {}) => {
        const own = options.evaluate(document, given);
        if (own.ref.revision === 0) return own;
        const recipe = toRecipe(document, given, published());
        const compiled = checked(own, recipe, options, noted);
        inside.set(compiled, { own, recipe });
        return compiled;
      },
    observed: (decision) => noted.get(decision),
    evaluators: (compiled) => inside.get(compiled),
  };
}
