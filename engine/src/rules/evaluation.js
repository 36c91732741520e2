/**
 * One evaluation: the facts, the instant, and the texts normalised so far.
 * A thousand rules read the same ticket text, so its normalised form is made once; the memo is keyed by the
 * text itself, so it can never be stale.
 */
import { EngineError } from "../errors.js";
import { normaliseText } from "./text/normalise.js";
import { SearchableText } from "./text/searchable-text.js";
/** Normalised forms of recent texts: one ticket's text is read by many rules, in many evaluations of one burst. */
const recentTexts = new Map();
const maxRecentTexts = 64;
function recentText(source) {
    const known = recentTexts.get(source);
    if (known !== undefined)
        return known;
    const text = new SearchableText(normaliseText(source));
    if (recentTexts.size >= maxRecentTexts)
        recentTexts.clear();
    recentTexts.set(source, text);
    return text;
}
/** Passed to every test of one decision. */
export class Evaluation {
    facts;
    #now;
    #lastSource = "";
    #lastText;
    constructor(facts, context = {}) {
        this.facts = facts;
        this.#now = context.now;
    }
    /** The instant of the decision; throws `condition.invalid` when the caller gave none. */
    now() {
        if (this.#now === undefined)
            throw new EngineError("condition.invalid", "the condition compares with now: pass { now }");
        return this.#now;
    }
    /** The normalised form of a text, made once and ready to be searched. */
    text(source) {
        if (this.#lastText && source === this.#lastSource)
            return this.#lastText;
        const text = recentText(source);
        this.#lastSource = source;
        this.#lastText = text;
        return text;
    }
}
//# sourceMappingURL=evaluation.js.map