/** Whether two answers of a ruleset are the same, and by which rule they differ. */
import type { Classification } from "@sluice/engine";
import type { ClassificationDecision, Json } from "@sluice/schemas";

/** What an evaluator said of one question. */
export interface Verdict {
  readonly matched: readonly string[];
  readonly outcome: ClassificationDecision["outcome"];
}

export interface Difference {
  /** The first rule that one matched and the other did not; `null` where only the outcome differs. */
  readonly rule: string | null;
  readonly ours: Verdict;
  readonly reference: Verdict;
}

export const verdictOf = ({ matched, outcome }: ClassificationDecision): Verdict => ({
  matched: matched.map(({ id }) => id),
  outcome,
});

/** The verdict of a classification; facts that are still needed count as absent, as they do in a decision. */
export const classified = ({ matched, category, priority, tags, fields }: Classification): Verdict => ({
  matched,
  outcome: { category, priority, tags, fields },
});

const text = (value: Verdict): string => JSON.stringify([value.matched, inOrder(value.outcome as Json)]);

/** The same value gives the same text, whatever the order of its properties. */
function inOrder(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const entries = Object.entries(value as { readonly [key: string]: Json });
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, inOrder(one)]),
  );
}

/** `null` when both say the same. */
export function differenceOf(ours: Verdict, reference: Verdict): Difference | null {
  if (text(ours) === text(reference)) return null;
  const lone =
    reference.matched.find((id) => !ours.matched.includes(id)) ??
    ours.matched.find((id) => !reference.matched.includes(id));
  return { rule: lone ?? null, ours, reference };
}
