/** Ids that must be unique in their list. */
import { problem } from "@sluice/schemas";
import { at } from "./pointer.js";
/** `schema.duplicate` at the `id` of every item whose id an earlier one has. */
export function checkDuplicates(items, path) {
    const seen = new Set();
    return items.flatMap(({ id }, index) => {
        if (seen.has(id))
            return [problem(at(path, index, "id"), "schema.duplicate", { name: id })];
        seen.add(id);
        return [];
    });
}
//# sourceMappingURL=duplicates.js.map