/** Finding the rules of a classification document, and naming new ones. */
import type { ClassificationRule, ClassificationSpec, SluiceDocument } from "@sluice/schemas";
import type { Refusal } from "../command.ts";

/** The longest id that the format takes. */
const longestId = 63;

/** Where a rule stands; -1 where there is none of that id. */
export const indexOfRule = ({ rules }: Pick<ClassificationSpec, "rules">, id: string): number =>
  rules.findIndex((rule) => rule.id === id);

export const ruleOf = (
  { rules }: Pick<ClassificationSpec, "rules">,
  id: string,
): ClassificationRule | undefined => rules.find((rule) => rule.id === id);

/** What people call a rule. */
export const ruleName = ({ id, name }: Pick<ClassificationRule, "id" | "name">): string => name || id;

/** Commands name rules by their ids; a rule that was deleted meanwhile is said. */
export const refuseMissingRule = (
  { spec }: SluiceDocument<"classification">,
  id: string,
): Refusal | undefined =>
  indexOfRule(spec, id) < 0
    ? { reason: { key: "classification.refusals.noRule", values: { id } }, path: "/spec/rules" }
    : undefined;

/** Latin letters and digits of a name, as an id is written; empty for a name without any. */
const slugOf = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);

/** An id that no rule has: made of the name's letters, or `rule-<n>`. */
export function freshRuleId(name: string, rules: readonly Pick<ClassificationRule, "id">[]): string {
  const taken = new Set(rules.map(({ id }) => id));
  const base = slugOf(name);
  if (base !== "" && !taken.has(base)) return base;
  const stem = base === "" ? "rule" : base;
  for (let number = base === "" ? rules.length + 1 : 2; ; number += 1) {
    const id = `${stem}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** The id of a copy: its original's with a number, kept short enough. */
export function copyId(id: string, rules: readonly Pick<ClassificationRule, "id">[]): string {
  const taken = new Set(rules.map((rule) => rule.id));
  const stem = id.replace(/-\d+$/, "").slice(0, longestId - 6);
  for (let number = 2; ; number += 1) {
    const next = `${stem}-${number}`;
    if (!taken.has(next)) return next;
  }
}
