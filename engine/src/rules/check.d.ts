/**
 * Whether a condition may be published: its shape, then every fact, operator, value and segment in it,
 * each fault with its JSON pointer. What passes here compiles.
 */
import { type Problem } from "@sluice/schemas";
import type { ConditionPlace } from "./check-leaf.ts";
import { type Segments } from "./condition-compiler.ts";
import type { FactCatalog } from "./facts/catalog.ts";
import type { Calendars, Operator } from "./operator.ts";
export interface CheckOptions {
    readonly catalog: FactCatalog;
    /** The `when` of each known segment. */
    readonly segments?: Segments;
    readonly operators?: readonly Operator[];
    /** Known calendars, for `withinCalendar`; without them calendar keys are not checked. */
    readonly calendars?: Calendars;
    /** Where the condition stands: SLA tiers refuse facts that change by themselves. */
    readonly place?: ConditionPlace;
    /** JSON pointer of the condition in its document. */
    readonly path?: string;
}
/** Every fault of a condition; an empty list means that it compiles and may be published. */
export declare function checkConditions(when: unknown, options: CheckOptions): Problem[];
