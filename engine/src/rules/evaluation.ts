/**
 * One evaluation: the facts, the instant, and the texts normalised so far.
 * A thousand rules read the same ticket text, so its normalised form is made once; the memo is keyed by the
 * text itself, so it can never be stale.
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

/** Normalised forms of recent texts: one ticket's text is read by many rules, in many evaluations of one burst. */
const recentTexts = new Map<string, SearchableText>();
const maxRecentTexts = 64;

function recentText(source: string): SearchableText {
  const known = recentTexts.get(source);
  if (known !== undefined) return known;
  const text = new SearchableText(normaliseText(source));
  if (recentTexts.size >= maxRecentTexts) recentTexts.clear();
  recentTexts.set(source, text);
  return text;
}

/** Passed to every test of one decision. */
export class Evaluation {
  readonly facts: Facts;
  readonly #now: number | undefined;
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
    const text = recentText(source);
    this.#lastSource = source;
    this.#lastText = text;
    return text;
  }
}
