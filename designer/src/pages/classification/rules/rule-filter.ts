/** Which rules are in sight: by words, tag, category, problems, and what the try-it box says. */
import type { ClassificationRule, Condition } from "@sluice/schemas";
import type { TriedState } from "../try/try-message.ts";

export type RuleView = "all" | "problems" | "hits" | "off";

export interface RuleFilter {
  readonly text: string;
  readonly category: string | null;
  readonly tag: string | null;
  readonly view: RuleView;
}

export const noFilter: RuleFilter = { text: "", category: null, tag: null, view: "all" };

export const isFiltered = (filter: RuleFilter): boolean =>
  filter.text.trim() !== "" || filter.category !== null || filter.tag !== null || filter.view !== "all";

/** A rule with its place in the document; `key` is its id, made unique where a document repeats one. */
export interface RuleRow {
  readonly rule: ClassificationRule;
  readonly place: number;
  readonly key: string;
}

/** The rules as rows, in order. */
export function rowsOf(rules: readonly ClassificationRule[]): readonly RuleRow[] {
  const seen = new Map<string, number>();
  return rules.map((rule, place) => {
    const times = seen.get(rule.id) ?? 0;
    seen.set(rule.id, times + 1);
    return { rule, place, key: times === 0 ? rule.id : `${rule.id}#${times}` };
  });
}

/** Every text of a condition: keywords, values, segments. */
function* textsOf(condition: Condition): Generator<string> {
  if ("all" in condition) for (const child of condition.all) yield* textsOf(child);
  else if ("any" in condition) for (const child of condition.any) yield* textsOf(child);
  else if ("not" in condition) yield* textsOf(condition.not);
  else if ("condition" in condition) yield condition.condition;
  else yield typeof condition.value === "string" ? condition.value : JSON.stringify(condition.value);
}

const haystacks = new WeakMap<ClassificationRule, string>();

/** What a rule can be found by; made once for each version of a rule. */
function haystackOf(rule: ClassificationRule): string {
  const known = haystacks.get(rule);
  if (known !== undefined) return known;
  const { id, name = "", when, then } = rule;
  const texts = [
    id,
    name,
    ...textsOf(when),
    then.category ?? "",
    then.priority ?? "",
    ...(then.addTags ?? []),
  ];
  const haystack = texts.join("\n").toLowerCase();
  haystacks.set(rule, haystack);
  return haystack;
}

export interface RuleKnowledge {
  readonly hasProblem: (place: number) => boolean;
  readonly stateOf: (place: number) => TriedState | undefined;
  readonly categoryName: (id: string) => string;
}

function isInView({ rule, place }: RuleRow, view: RuleView, knowledge: RuleKnowledge): boolean {
  if (view === "problems") return knowledge.hasProblem(place);
  if (view === "hits") return knowledge.stateOf(place) === "matched";
  return view === "all" || rule.enabled === false;
}

const isWithin = (category: string | undefined, wanted: string): boolean =>
  category !== undefined && (category === wanted || category.startsWith(`${wanted}.`));

/** The rows that a filter leaves, in order. */
export function filterRows(
  rows: readonly RuleRow[],
  filter: RuleFilter,
  knowledge: RuleKnowledge,
): readonly RuleRow[] {
  if (!isFiltered(filter)) return rows;
  const words = filter.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const says = ({ rule }: RuleRow): boolean => {
    const category = rule.then.category;
    const haystack = haystackOf(rule);
    const named = category === undefined ? "" : knowledge.categoryName(category).toLowerCase();
    return words.every((word) => haystack.includes(word) || named.includes(word));
  };
  return rows.filter(
    (row) =>
      isInView(row, filter.view, knowledge) &&
      (filter.category === null || isWithin(row.rule.then.category, filter.category)) &&
      (filter.tag === null || (row.rule.then.addTags ?? []).includes(filter.tag)) &&
      says(row),
  );
}

/** Tags and categories that rules give, each once, for the filter's lists. */
export function givenBy(rules: readonly ClassificationRule[]): {
  readonly tags: readonly string[];
  readonly categories: readonly string[];
} {
  const tags = new Set(rules.flatMap(({ then }) => then.addTags ?? []));
  const categories = new Set(rules.flatMap(({ then }) => then.category ?? []));
  return { tags: [...tags].sort((a, b) => a.localeCompare(b)), categories: [...categories].sort() };
}
