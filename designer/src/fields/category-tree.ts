/** Categories as a tree: their ids are dotted paths, and a path may lack its parents. */
import type { Category } from "@sluice/schemas";
import { inLanguage } from "../explain/names.ts";

export interface CategoryNode {
  readonly value: string;
  /** The category's own name. */
  readonly title: string;
  /** With its parents: `售后 / 退换货`. */
  readonly label: string;
  readonly children: readonly CategoryNode[];
}

const parentOf = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf(".")));

/** The roots, in the order of the settings. A category whose parent is missing is a root. */
export function categoryTree(categories: readonly Category[], language: string): readonly CategoryNode[] {
  const known = new Set(categories.map(({ id }) => id));
  const below = (parent: string, above: string): readonly CategoryNode[] =>
    categories
      .filter(({ id }) => (known.has(parentOf(id)) ? parentOf(id) : "") === parent)
      .map(({ id, label }) => {
        const title = inLanguage(label, language);
        const whole = above === "" ? title : `${above} / ${title}`;
        return { value: id, title, label: whole, children: below(id, whole) };
      });
  return below("", "");
}
