/**
 * One evaluation: the facts, the instant, and the texts normalised so far.
 * A thousand rules read the same ticket text, so its normalised form is made once per facts object;
 * the memo is keyed by the text itself, so changing the facts object between calls is harmless.
 */
import { EngineError } from "../errors.ts";
import { normaliseText } from "./text/normalise.ts";
import { SearchableText } from "./text/searchable-text.ts";

/** A fact's id, such as `ticket.channel`. */
export type FactId = string;

/** Facts by id; instants are epoch milliseconds. A fact that is not there is `undefined`. */
export interface Facts {
  readonly [fact: FactId]: unknown;
}

/** What an evaluation knows besides its facts. */
export interface EvaluationContext {
  /** The instant of the decision, epoch milliseconds; `withinLast` needs it. */
  readonly now?: number;
}

const textsOfFacts = new WeakMap<Facts, Map<string, SearchableText>>();

/** Passed to every test of one decision. */
export class Evaluation {
  readonly facts: Facts;
  readonly #now: number | undefined;
  #texts: Map<string, SearchableText> | undefined;
  #lastSource = "";
  #lastText: SearchableText | undefined;

  constructor(facts: Facts, context: EvaluationContext = {}) {
    this.facts = facts;
    this.#now = context.now;
  }

  /** The instant of the decision; throws `condition.invalid` when the caller gave none. */
  now(): number {
    if (this.#now === undefined)
      throw new EngineError("condition.invalid", "the condition compares with now: pass { now }");
    return this.#now;
  }

  /** The normalised form of a text, made once and ready to be searched. */
  text(source: string): SearchableText {
    if (this.#lastText && source === this.#lastSource) return this.#lastText;
    this.#texts ??= memoOf(this.facts);
    let text = this.#texts.get(source);
    if (text === undefined) {
      text = new SearchableText(normaliseText(source));
      this.#texts.set(source, text);
    }
    this.#lastSource = source;
    this.#lastText = text;
    return text;
  }
}

function memoOf(facts: Facts): Map<string, SearchableText> {
  let memo = textsOfFacts.get(facts);
  if (!memo) {
    memo = new Map();
    textsOfFacts.set(facts, memo);
  }
  return memo;
}
