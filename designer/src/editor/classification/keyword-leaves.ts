/** The comparisons of a condition that hold keywords, each with its place. */
import type { Condition, ConditionLeaf } from "@sluice/schemas";

const keywordOperators = new Set([
  "containsAnyText",
  "containsAllText",
  "containsUnnegatedText",
  "containsText",
]);

/** A comparison with keywords. */
export interface KeywordLeaf {
  /** JSON pointer relative to the condition; empty where the condition is this one comparison. */
  readonly path: string;
  readonly leaf: ConditionLeaf;
  readonly words: readonly string[];
  /** It stands under an odd number of `not`s: its words keep tickets out. */
  readonly negated: boolean;
}

const wordsOf = ({ operator, value }: ConditionLeaf): readonly string[] | undefined => {
  if (!keywordOperators.has(operator)) return undefined;
  if (typeof value === "string") return [value];
  if (!Array.isArray(value)) return undefined;
  return value.every((word) => typeof word === "string") ? (value as readonly string[]) : undefined;
};

function* leavesOf(condition: Condition, path: string, negated: boolean): Generator<KeywordLeaf> {
  if ("all" in condition || "any" in condition) {
    const [name, children] = "all" in condition ? ["all", condition.all] : ["any", condition.any];
    for (const [index, child] of children.entries())
      yield* leavesOf(child, `${path}/${name}/${index}`, negated);
  } else if ("not" in condition) yield* leavesOf(condition.not, `${path}/not`, !negated);
  else if ("fact" in condition) {
    const words = wordsOf(condition);
    if (words) yield { path, leaf: condition, words, negated };
  }
}

/** In the order in which they are written. */
export const keywordLeaves = (when: Condition): readonly KeywordLeaf[] => [...leavesOf(when, "", false)];

/** The comparison at a place of a condition. */
export function leafAt(when: Condition, path: string): ConditionLeaf | undefined {
  let at: unknown = when;
  for (const step of path.split("/").slice(1))
    at = typeof at === "object" && at !== null ? (at as Record<string, unknown>)[step] : undefined;
  return typeof at === "object" && at !== null && "fact" in at ? (at as ConditionLeaf) : undefined;
}
