/**
 * The condition builder: a condition as lines and groups, edited in place.
 *
 * react-querybuilder holds the tree and moves, copies and removes its nodes; how a line and a group look, and
 * what may be chosen, is ours and comes from the catalog. What is handed out always passes `checkCondition`.
 */
import { AppstoreAddOutlined, PlusOutlined } from "@ant-design/icons";
import type { Condition, ConditionTrace, FactDefinition } from "@sluice/schemas";
import { App, Button, ConfigProvider } from "antd";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { generateID, QueryBuilder, type RuleGroupType } from "react-querybuilder";
import { asGroup, type Builder, BuilderContext } from "./builder-context.ts";
import { ConditionGroupBox } from "./ConditionGroupBox.tsx";
import { ConditionRow } from "./ConditionRow.tsx";
import { type ConditionFinding, notesOf } from "./condition-notes.ts";
import { type ConditionGroup, isGroup, neighbourOf, replaceAt } from "./condition-tree.ts";
import styles from "./conditions.module.css";
import { type ConditionPlace, newRule } from "./new-rule.ts";
import { useConditionQuery } from "./use-condition-query.ts";
import { type Vocabulary, withFacts } from "./vocabulary.ts";
import { useVocabulary, VocabularyProvider } from "./vocabulary-context.tsx";

export interface ConditionBuilderProps {
  readonly value: Condition | undefined;
  readonly onChange: (next: Condition | undefined) => void;
  /** The vocabulary in force unless given. */
  readonly vocabulary?: Vocabulary | undefined;
  /** Facts of this place alone, for instance a workflow's variables. */
  readonly extraFacts?: readonly FactDefinition[] | undefined;
  readonly place?: ConditionPlace | undefined;
  /** Shown beside the lines concerned; their paths are relative to the condition. */
  readonly findings?: readonly ConditionFinding[] | undefined;
  /** What a test run saw: each line shows hit or miss and the value it had. */
  readonly trace?: ConditionTrace | undefined;
  readonly disabled?: boolean | undefined;
  readonly id?: string | undefined;
  readonly "aria-label"?: string | undefined;
  readonly "aria-labelledby"?: string | undefined;
}

const controls = { rule: ConditionRow, ruleGroup: ConditionGroupBox };
/** What is shown without being edited is still read: it is not greyed out. */
const readable = { token: { colorTextDisabled: "var(--text)", colorBgContainerDisabled: "transparent" } };
const untouched = {};
const none: readonly FactDefinition[] = [];

/** Moves the focus to a node that has just come up, or to the builder when its place is gone. */
function useFocusAfterChange(query: ConditionGroup) {
  const box = useRef<HTMLFieldSetElement>(null);
  const wanted = useRef<{ readonly id: string | undefined }>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it acts after each change of the tree
  useEffect(() => {
    const next = wanted.current;
    wanted.current = undefined;
    if (next === undefined || box.current === null) return;
    const node = next.id && box.current.querySelector(`[data-node="${CSS.escape(next.id)}"]`);
    const target = (node || box.current).querySelector<HTMLElement>(
      "input:not([disabled]), button:not([disabled])",
    );
    target?.focus();
  }, [query]);
  const focusNext = (id: string | undefined) => {
    wanted.current = { id };
  };
  return { box, focusNext };
}

function useBuilderOf(props: ConditionBuilderProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const inForce = useVocabulary();
  const { value, onChange, extraFacts = none, place, findings, trace, disabled = false } = props;
  const own = props.vocabulary ?? inForce;
  const vocabulary = useMemo(() => withFacts(own, extraFacts), [own, extraFacts]);
  const { query, change } = useConditionQuery(value, onChange);
  const notes = useMemo(() => notesOf(query, findings, trace), [query, findings, trace]);
  const { box, focusNext } = useFocusAfterChange(query);
  const take = (next: ConditionGroup) => {
    if (!change(next)) void message.warning(t("conditions.tooDeep", { limit: 32 }));
  };
  const freshRule = () => newRule(vocabulary, place, generateID(), Date.now());
  const addTo = (path: readonly number[], node: ConditionGroup["rules"][number]) => {
    focusNext(node.id);
    take(replaceAt(query, path, (at) => (isGroup(at) ? { ...at, rules: [...at.rules, node] } : at)));
  };
  const builder: Builder = {
    vocabulary,
    place,
    notes,
    disabled,
    focusNext,
    mayMove: (path, direction) =>
      path.length > 1 || path[0] !== (direction === "up" ? 0 : query.rules.length - 1),
    neighbour: (path) => neighbourOf(query, path),
    replace: (path, to) => take(replaceAt(query, path, to)),
    addRule: (path) => addTo(path, freshRule()),
    addGroup: (path) => addTo(path, { id: generateID(), combinator: "any", nots: 0, rules: [freshRule()] }),
    wrap: (path) =>
      take(
        replaceAt(query, path, (node) => ({ id: generateID(), combinator: "any", nots: 0, rules: [node] })),
      ),
  };
  return { builder, query, take, box };
}

export function ConditionBuilder(props: ConditionBuilderProps) {
  const { t } = useTranslation();
  const { builder, query, take, box } = useBuilderOf(props);
  const { id, disabled = false } = props;
  return (
    <VocabularyProvider value={builder.vocabulary}>
      <ConfigProvider theme={disabled ? readable : untouched}>
        <BuilderContext value={builder}>
          <fieldset
            ref={box}
            id={id}
            className={styles.builder}
            aria-label={props["aria-label"]}
            aria-labelledby={props["aria-labelledby"]}
          >
            {query.rules.length === 0 ? (
              <p className={styles.empty}>{t("conditions.empty")}</p>
            ) : (
              <QueryBuilder
                // Its rules are records, ours say what they hold; it hands on what it does not know.
                query={query as unknown as RuleGroupType}
                onQueryChange={(next) => take(asGroup(next))}
                enableMountQueryChange={false}
                controlElements={controls}
                disabled={disabled}
              />
            )}
            {query.rules.length > 0 || disabled ? null : (
              <div className={styles.foot}>
                <Button size="small" icon={<PlusOutlined />} onClick={() => builder.addRule([])}>
                  {t("conditions.add")}
                </Button>
                <Button
                  size="small"
                  type="text"
                  icon={<AppstoreAddOutlined />}
                  onClick={() => builder.addGroup([])}
                >
                  {t("conditions.addGroup")}
                </Button>
              </div>
            )}
          </fieldset>
        </BuilderContext>
      </ConfigProvider>
    </VocabularyProvider>
  );
}
