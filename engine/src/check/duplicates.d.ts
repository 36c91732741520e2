/** Ids that must be unique in their list. */
import { type Problem } from "@sluice/schemas";
/** `schema.duplicate` at the `id` of every item whose id an earlier one has. */
export declare function checkDuplicates(items: readonly {
    readonly id: string;
}[], path: string): Problem[];
