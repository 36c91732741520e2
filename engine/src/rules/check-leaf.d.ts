/** One comparison, checked against the catalog: its fact, its operator, and whether the value has the right type. */
import { type ConditionLeaf, type Problem } from "@sluice/schemas";
import type { FactCatalog } from "./facts/catalog.ts";
import type { Calendars } from "./operator.ts";
import type { OperatorSet } from "./operator-set.ts";
/** Where conditions stand. */
export type ConditionPlace = "sla-tier" | "classification" | "routing" | "workflow" | "segment";
export interface CheckContext {
    readonly catalog: FactCatalog;
    readonly operators: OperatorSet;
    readonly calendars: Calendars | undefined;
    readonly place: ConditionPlace | undefined;
}
/** Every fault of one leaf. */
export declare function checkLeaf(leaf: ConditionLeaf, path: string, context: CheckContext): Problem[];
