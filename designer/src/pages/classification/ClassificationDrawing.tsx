/** A ruleset as a drawing: rule cards on the left, the try-it box on the right. */
import { App, Button } from "antd";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useVocabularyNames } from "../../conditions/vocabulary-context.tsx";
import type { DrawingProps } from "../../document/drawing.ts";
import { policyOf } from "../../editor/classification/policy-commands.ts";
import { indexOfRule, ruleName, ruleOf } from "../../editor/classification/rule.ts";
import { addRule, duplicateRule, moveRule, removeRules } from "../../editor/classification/rule-commands.ts";
import { useNowEvery } from "../../ui/use-now.ts";
import styles from "./classification.module.css";
import { AddRule } from "./rules/AddRule.tsx";
import { FilterBar } from "./rules/FilterBar.tsx";
import { type ListActions, ListActionsContext } from "./rules/list-actions.ts";
import { newRule } from "./rules/new-rule.ts";
import { OtherwiseCard } from "./rules/OtherwiseCard.tsx";
import { PolicyLine } from "./rules/PolicyLine.tsx";
import { RuleList, type RuleListHandle } from "./rules/RuleList.tsx";
import { filterRows, givenBy, isFiltered, noFilter, type RuleFilter, rowsOf } from "./rules/rule-filter.ts";
import { findingsByRule, rulePlaceOf } from "./rules/rule-findings.ts";
import { keywordsPlace } from "./rules/use-focus-place.ts";
import { TryBox } from "./try/TryBox.tsx";
import { emptyForm, isFilled, toTried } from "./try/tried-form.ts";
import { useTrying } from "./try/use-trying.ts";

type Props = DrawingProps<"classification">;

/** Typed tickets come in now; the minute is near enough, and does not ask anew each second. */
const minute = 60_000;

function useTriedForm() {
  const [form, setForm] = useState(emptyForm);
  const now = useNowEvery(minute);
  const ticket = useMemo(() => (isFilled(form) ? toTried(form, now) : null), [form, now]);
  return { form, setForm, ticket };
}

/** Which cards are open, which one takes the focus, and how to bring one into sight. */
function useOpenCards() {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [focus, setFocus] = useState<{ readonly key: string; readonly place: string } | null>(null);
  const list = useRef<RuleListHandle>(null);
  const toggle = useCallback((key: string) => {
    setOpen((old) => {
      const next = new Set(old);
      if (!next.delete(key)) next.add(key);
      return next;
    });
    setFocus({ key, place: keywordsPlace });
  }, []);
  const reveal = useCallback((key: string, place: string) => {
    setOpen((old) => new Set([...old, key]));
    setFocus({ key, place });
    // The list may have to show the rule first.
    requestAnimationFrame(() => list.current?.scrollTo(key));
  }, []);
  return { open, focus, list, toggle, reveal };
}

export function ClassificationDrawing(props: Props) {
  const { document, execute, session, findings, asked, ask, readOnly } = props;
  const { spec } = document;
  const { t } = useTranslation();
  const { message } = App.useApp();
  const names = useVocabularyNames();
  const [filter, setFilter] = useState<RuleFilter>(noFilter);
  const [told, setTold] = useState("");
  const { open, focus, list, toggle, reveal } = useOpenCards();
  const { form, setForm, ticket } = useTriedForm();
  const trying = useTrying(document, ticket);
  const answer = ticket ? (trying.reply?.answer ?? null) : null;
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
  const states = answer?.states;
  const shown = useMemo(
    () =>
      filterRows(rows, filter, {
        hasProblem: (place) => problems.has(place),
        stateOf: (place) => states?.[place],
        categoryName: names.category,
      }),
    [rows, filter, problems, states, names],
  );
  const latest = useRef(document);
  latest.current = document;

  const show = useCallback((place: number) => ask(`/spec/rules/${place}`), [ask]);
  const actions = useMemo<ListActions>(
    () => ({
      execute,
      toggle,
      show,
      readOnly,
      total: spec.rules.length,
      firstOnly: policyOf(spec).mode === "first",
      move(id, to) {
        session.seal();
        if (!execute(moveRule(id, to))) return;
        const { rules } = session.getState().document.spec;
        const rule = rules[to];
        if (!rule) return;
        setTold(t("classification.card.moved", { name: ruleName(rule), place: to + 1, total: rules.length }));
        requestAnimationFrame(() => list.current?.scrollTo(id));
      },
      duplicate(id) {
        const now = latest.current;
        const rule = ruleOf(now.spec, id);
        if (!rule) return;
        const name = t("classification.card.copyName", { name: ruleName(rule) });
        if (!execute(duplicateRule(now, id, name))) return;
        const copy = session.getState().document.spec.rules[indexOfRule(now.spec, id) + 1];
        if (copy) reveal(copy.id, "/name");
      },
      remove(id) {
        const rule = ruleOf(latest.current.spec, id);
        session.seal();
        if (!rule || !execute(removeRules([id]))) return;
        const key = `removed-${id}`;
        const undo = () => {
          session.undo();
          message.destroy(key);
        };
        void message.open({
          key,
          type: "info",
          duration: 6,
          content: (
            <>
              {t("classification.card.removed", { name: ruleName(rule) })}
              <Button type="link" size="small" onClick={undo}>
                {t("classification.card.undo")}
              </Button>
            </>
          ),
        });
      },
    }),
    [execute, toggle, show, readOnly, spec, session, t, list, reveal, message],
  );

  const add = (name: string, words: string) => {
    const rule = newRule(name, words, spec.rules);
    if (!execute(addRule(rule, spec.rules.length))) return;
    setFilter(noFilter);
    setTold(t("classification.add.done", { name: ruleName(rule), place: spec.rules.length + 1 }));
    requestAnimationFrame(() => list.current?.scrollTo(rule.id));
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking is answered once
  useEffect(() => {
    const place = asked ? rulePlaceOf(asked.path) : undefined;
    const row = place === undefined ? undefined : rows[place];
    if (asked === null || row === undefined) return;
    if (!shown.includes(row)) setFilter(noFilter);
    reveal(row.key, asked.path.slice(`/spec/rules/${place}`.length) || keywordsPlace);
  }, [asked]);

  const otherwiseAsked = asked?.path.startsWith("/spec/otherwise") ? asked : null;
  const sources = answer?.decision.sources;
  const otherwiseUsed =
    sources !== undefined &&
    [
      sources.category,
      sources.priority,
      ...Object.values(sources.tags),
      ...Object.values(sources.fields),
    ].includes("otherwise");
  return (
    <ListActionsContext value={actions}>
      <div className={styles.columns}>
        <section className={styles.rules} aria-label={t("classification.rules")}>
          <PolicyLine spec={spec} />
          <FilterBar
            filter={filter}
            onChange={setFilter}
            tags={given.tags}
            categories={given.categories}
            shown={shown.length}
            total={rows.length}
            problems={problems.size}
            off={rows.filter(({ rule }) => rule.enabled === false).length}
            hits={states?.filter((state) => state === "matched").length}
          />
          <RuleList
            rows={shown}
            open={open}
            focus={focus}
            findings={byRule}
            states={states}
            traces={trying.traces}
            onLook={trying.look}
            handle={list}
            end={
              <>
                {shown.length === 0 && isFiltered(filter) ? (
                  <p className={styles.none}>
                    {t("classification.filter.none")}
                    <Button size="small" onClick={() => setFilter(noFilter)}>
                      {t("classification.filter.clear")}
                    </Button>
                  </p>
                ) : null}
                <OtherwiseCard
                  otherwise={spec.otherwise}
                  findings={findings.filter(({ path }) => path.startsWith("/spec/otherwise"))}
                  asked={otherwiseAsked}
                  used={otherwiseUsed}
                />
              </>
            }
          />
          {readOnly ? null : <AddRule onAdd={add} />}
        </section>
        <TryBox
          form={form}
          onChange={setForm}
          trying={trying}
          answer={answer}
          document={document}
          open={open}
        />
        <div className="visually-hidden" role="status">
          {told}
        </div>
      </div>
    </ListActionsContext>
  );
}
