/** Ids that must be unique in their list. */
import { type Problem, problem } from "@sluice/schemas";
import { at } from "./pointer.ts";

/** `schema.duplicate` at the `id` of every item whose id an earlier one has. */
export function checkDuplicates(items: readonly { readonly id: string }[], path: string): Problem[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => {
    if (seen.has(id)) return [problem(at(path, index, "id"), "schema.duplicate", { name: id })];
    seen.add(id);
    return [];
  });
}
