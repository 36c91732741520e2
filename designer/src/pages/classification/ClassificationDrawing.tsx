/** A ruleset as a drawing: rule cards on the left, the try-it box on the right. */
import type { ClassificationDecision, ClassificationRule, ConditionTrace } from "@sluice/schemas";
import { Button } from "antd";
import { useCallback, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DrawingProps } from "../../document/drawing.ts";
import styles from "./classification.module.css";
import { AddRule } from "./rules/AddRule.tsx";
import { FilterBar } from "./rules/FilterBar.tsx";
import { ListActionsContext } from "./rules/list-actions.ts";
import { OtherwiseCard } from "./rules/OtherwiseCard.tsx";
import { PolicyLine } from "./rules/PolicyLine.tsx";
import { RuleList } from "./rules/RuleList.tsx";
import { isFiltered, noFilter } from "./rules/rule-filter.ts";
import { rulePlaceOf } from "./rules/rule-findings.ts";
import { keywordsPlace } from "./rules/use-focus-place.ts";
import { TryBox } from "./try/TryBox.tsx";
import { useTrying } from "./try/use-trying.ts";
import { useListActions } from "./use-list-actions.tsx";
import { useOpenCards } from "./use-open-cards.ts";
import { useShownRules } from "./use-shown-rules.ts";
import { useTriedForm } from "./use-tried-form.ts";

/** Something of the outcome came from no rule. */
const usesOtherwise = ({ sources }: ClassificationDecision): boolean =>
  [
    sources.category,
    sources.priority,
    ...Object.values(sources.tags),
    ...Object.values(sources.fields),
  ].includes("otherwise");

const noTraces: readonly ConditionTrace[] = [];

/** What the rules of open cards saw. */
function tracesOf(
  rules: readonly ClassificationRule[],
  open: ReadonlySet<string>,
  traces: ReadonlyMap<number, ConditionTrace>,
): readonly ConditionTrace[] {
  if (open.size === 0) return noTraces;
  return rules.flatMap(({ id }, place) => (open.has(id) ? (traces.get(place) ?? []) : []));
}

export function ClassificationDrawing(props: DrawingProps<"classification">) {
  const { document, findings, asked, readOnly } = props;
  const { spec } = document;
  const { t } = useTranslation();
  const { form, setForm, ticket } = useTriedForm();
  const trying = useTrying(document, ticket);
  const answer = ticket ? (trying.reply?.answer ?? null) : null;
  const cards = useOpenCards();
  const rules = useShownRules(document, findings, answer?.states);
  const { actions, add, told } = useListActions(props, cards);
  const opened = useMemo(
    () => tracesOf(spec.rules, cards.open, trying.traces),
    [spec.rules, cards.open, trying.traces],
  );
  const { setFilter } = rules;
  const addRule = useCallback(
    (name: string, words: string) => {
      setFilter(noFilter);
      add(name, words);
    },
    [add, setFilter],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking is answered once
  useEffect(() => {
    const place = asked ? rulePlaceOf(asked.path) : undefined;
    const row = place === undefined ? undefined : rules.rows[place];
    if (asked === null || row === undefined) return;
    if (!rules.shown.includes(row)) rules.setFilter(noFilter);
    cards.reveal(row.key, asked.path.slice(`/spec/rules/${place}`.length) || keywordsPlace);
  }, [asked]);

  const end = (
    <>
      {rules.shown.length === 0 && isFiltered(rules.filter) ? (
        <p className={styles.none}>
          {t("classification.filter.none")}
          <Button size="small" onClick={() => rules.setFilter(noFilter)}>
            {t("classification.filter.clear")}
          </Button>
        </p>
      ) : null}
      <OtherwiseCard
        otherwise={spec.otherwise}
        findings={findings.filter(({ path }) => path.startsWith("/spec/otherwise"))}
        asked={asked?.path.startsWith("/spec/otherwise") ? asked : null}
        used={answer !== null && usesOtherwise(answer.decision)}
      />
    </>
  );
  return (
    <ListActionsContext value={actions}>
      <div className={styles.columns}>
        <section className={styles.rules} aria-label={t("classification.rules")}>
          <PolicyLine spec={spec} />
          <FilterBar {...rules.bar} />
          <RuleList
            rows={rules.shown}
            open={cards.open}
            focus={cards.focus}
            findings={rules.byRule}
            states={answer?.states}
            traces={trying.traces}
            onLook={trying.look}
            handle={cards.list}
            end={end}
          />
          {readOnly ? null : <AddRule onAdd={addRule} />}
        </section>
        <TryBox
          form={form}
          onChange={setForm}
          answer={answer}
          fault={trying.reply?.fault ?? null}
          broken={trying.broken}
          document={document}
          opened={opened}
        />
        <div className="visually-hidden" role="status">
          {told}
        </div>
      </div>
    </ListActionsContext>
  );
}
