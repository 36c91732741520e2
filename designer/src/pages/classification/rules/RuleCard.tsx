/** A rule as a card: closed it reads as one sentence, open it is edited in place. */
import { HolderOutlined, WarningFilled } from "@ant-design/icons";
import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import type { ConditionTrace, Finding } from "@sluice/schemas";
import { Switch, Tooltip } from "antd";
import { type KeyboardEvent, memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { conditionSentence } from "../../../conditions/condition-sentence.ts";
import { useVocabulary } from "../../../conditions/vocabulary-context.tsx";
import { ruleName } from "../../../editor/classification/rule.ts";
import { setEnabled } from "../../../editor/classification/rule-commands.ts";
import { inLanguage } from "../../../explain/names.ts";
import type { TriedState } from "../try/try-message.ts";
import styles from "./card.module.css";
import { useListActions } from "./list-actions.ts";
import { OutcomeLine } from "./OutcomeLine.tsx";
import { RuleForm } from "./RuleForm.tsx";
import { RuleMenu } from "./RuleMenu.tsx";
import type { RuleRow } from "./rule-filter.ts";
import { Verdict } from "./Verdict.tsx";

export interface RuleCardProps {
  readonly row: RuleRow;
  readonly open: boolean;
  readonly findings: readonly Finding[] | undefined;
  /** Absent while nothing is tried. */
  readonly state: TriedState | undefined;
  /** Why, in a few words. */
  readonly reason: string;
  /** What an open rule saw. */
  readonly trace: ConditionTrace | undefined;
  /** Where the focus goes when the card has just been opened for it. */
  readonly focus: string | undefined;
}

export const RuleCard = memo(function RuleCard(props: RuleCardProps) {
  const { row, open, findings, state, trace, focus } = props;
  const { rule, place, key } = row;
  const { readOnly } = useListActions();
  const { t } = useTranslation();
  const sortable = useSortable({ id: key, disabled: readOnly || open });
  const { setNodeRef, transform, transition, isDragging } = sortable;
  const name = ruleName(rule);
  const moving = { transform: CSS.Translate.toString(transform), transition };
  return (
    <article
      ref={setNodeRef}
      className={styles.card}
      style={moving}
      data-open={open}
      data-state={state}
      data-off={rule.enabled === false}
      data-dragging={isDragging}
      data-rule={key}
      aria-label={t("classification.card.label", { place: place + 1, name })}
    >
      <CardHead {...props} sortable={sortable} name={name} />
      {open ? <RuleForm rule={rule} place={place} findings={findings} trace={trace} focus={focus} /> : null}
    </article>
  );
});

interface CardHeadProps extends RuleCardProps {
  readonly sortable: ReturnType<typeof useSortable>;
  readonly name: string;
}

function CardHead({ row, open, findings, state, reason, sortable, name }: CardHeadProps) {
  const { t, i18n } = useTranslation();
  const vocabulary = useVocabulary();
  const { toggle, execute, readOnly } = useListActions();
  const { rule, place, key } = row;
  const sentence = useMemo(
    () => conditionSentence(rule.when, vocabulary, i18n.language),
    [rule.when, vocabulary, i18n.language],
  );
  return (
    <div className={styles.head} data-trying={state !== undefined}>
      {readOnly ? null : <Handle row={row} sortable={sortable} name={name} />}
      <Switch
        size="small"
        disabled={readOnly}
        checked={rule.enabled !== false}
        aria-label={t("classification.card.enabled", { name })}
        onChange={(on) => execute(setEnabled(rule.id, on))}
      />
      <button
        type="button"
        className={styles.sentence}
        aria-expanded={open}
        title={open ? undefined : `${place + 1} · ${name}\n${t("classification.card.if")} ${sentence}`}
        data-toggle={key}
        onClick={() => toggle(key)}
      >
        <span className={styles.number}>{place + 1}</span>
        <strong className={styles.name}>{name}</strong>
        {open ? null : (
          <>
            <span className={styles.when}>
              <em>{t("classification.card.if")}</em> {sentence}
            </span>
            <OutcomeLine then={rule.then} />
          </>
        )}
      </button>
      {rule.activeFrom || rule.activeUntil ? (
        <span className={styles.dated}>{t("classification.card.window")}</span>
      ) : null}
      {state === undefined ? null : <Verdict state={state} reason={reason} />}
      <ProblemMark findings={findings} />
      {readOnly ? null : <RuleMenu id={rule.id} name={name} place={place} />}
    </div>
  );
}

function Handle({ row, sortable, name }: Pick<CardHeadProps, "row" | "sortable" | "name">) {
  const { t } = useTranslation();
  const { move, total } = useListActions();
  const { rule, place } = row;
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: place - 1,
      ArrowDown: place + 1,
      Home: 0,
      End: total - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to >= 0 && to < total && to !== place) move(rule.id, to);
  };
  return (
    <button
      type="button"
      ref={sortable.setActivatorNodeRef}
      className={styles.handle}
      aria-label={t("classification.card.drag", { name })}
      data-handle={row.key}
      {...sortable.listeners}
      onKeyDown={onKeyDown}
    >
      <HolderOutlined aria-hidden />
    </button>
  );
}

function ProblemMark({ findings = [] }: { findings: readonly Finding[] | undefined }) {
  const { t, i18n } = useTranslation();
  // That a rule is switched off is seen at its switch.
  const problems = findings.filter(({ severity }) => severity !== "info");
  if (problems.length === 0) return null;
  const severity = problems.some((finding) => finding.severity === "error") ? "error" : "warning";
  const text = problems.map(({ message }) => inLanguage(message, i18n.language)).join("\n");
  return (
    <Tooltip title={<span className={styles.lines}>{text}</span>}>
      <span className={styles.problem} data-severity={severity} role="img" aria-label={text}>
        <WarningFilled aria-hidden />
        {problems.length > 1 ? problems.length : null}
        <span className="visually-hidden">
          {t("classification.card.problems", { count: problems.length })}
        </span>
      </span>
    </Tooltip>
  );
}
