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
/** Passed to every test of one decision. */
export declare class Evaluation {
    #private;
    readonly facts: Facts;
    constructor(facts: Facts, context?: EvaluationContext);
    /** The instant of the decision; throws `condition.invalid` when the caller gave none. */
    now(): number;
    /** The normalised form of a text, made once and ready to be searched. */
    text(source: string): SearchableText;
}
