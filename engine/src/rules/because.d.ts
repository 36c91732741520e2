/** Why a rule matched: the leaves that made it true, small enough to keep with every decision. */
import type { ConditionTrace, LeafTrace } from "@sluice/schemas";
/** Sizes of what is stored with a decision. */
export declare const becauseLimits: {
    readonly leaves: 20;
    readonly matches: 20;
    readonly text: 200;
    readonly items: 50;
};
/** A leaf as it is stored: its actual value shortened to about 200 characters, at most 20 matches. */
export declare function shortenLeaf(leaf: LeafTrace): LeafTrace;
/** A whole trace with its leaves shortened. */
export declare function shortenTrace(trace: ConditionTrace): ConditionTrace;
/** The decisive leaves of a trace, at most 20, shortened. */
export declare function becauseOf(trace: ConditionTrace): readonly LeafTrace[];
