/** The rules in sight, and what the filter needs to know of all of them. */
import type { Finding, SluiceDocument } from "@sluice/schemas";
import { useMemo, useState } from "react";
import { useVocabularyNames } from "../../conditions/vocabulary-context.tsx";
import { filterRows, givenBy, noFilter, type RuleFilter, rowsOf } from "./rules/rule-filter.ts";
import { findingsByRule } from "./rules/rule-findings.ts";
import type { TriedState } from "./try/try-message.ts";

export function useShownRules(
  { spec }: SluiceDocument<"classification">,
  findings: readonly Finding[],
  states: readonly TriedState[] | undefined,
) {
  const names = useVocabularyNames();
  const [filter, setFilter] = useState<RuleFilter>(noFilter);
  const rows = useMemo(() => rowsOf(spec.rules), [spec.rules]);
  const byRule = useMemo(() => findingsByRule(findings), [findings]);
  const problems = useMemo(
    () =>
      new Set(
        [...byRule].flatMap(([place, list]) =>
          list.some(({ severity }) => severity !== "info") ? place : [],
        ),
      ),
    [byRule],
  );
  const given = useMemo(() => givenBy(spec.rules), [spec.rules]);
  const shown = useMemo(
    () =>
      filterRows(rows, filter, {
        hasProblem: (place) => problems.has(place),
        stateOf: (place) => states?.[place],
        categoryName: names.category,
      }),
    [rows, filter, problems, states, names],
  );
  const bar = {
    ...given,
    filter,
    onChange: setFilter,
    shown: shown.length,
    total: rows.length,
    problems: problems.size,
    off: rows.filter(({ rule }) => rule.enabled === false).length,
    hits: states?.filter((state) => state === "matched").length,
  };
  return { rows, shown, byRule, bar, filter, setFilter };
}
