/** An open rule: its problems, its condition, what it gives, and when it takes part. */
import type { ClassificationRule, ConditionTrace, Finding } from "@sluice/schemas";
import { Button, Checkbox, Input } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { ConditionBuilder } from "../../../conditions/ConditionBuilder.tsx";
import { NodeFindings } from "../../../conditions/NodeMarks.tsx";
import { findingsBelow } from "../../../document/findings-below.ts";
import { setOutcome } from "../../../editor/classification/outcome-commands.ts";
import { renameRule, setActive, setWhen } from "../../../editor/classification/rule-commands.ts";
import { InstantField } from "../../../fields/InstantField.tsx";
import styles from "./form.module.css";
import { useListActions } from "./list-actions.ts";
import { OutcomeEditor } from "./OutcomeEditor.tsx";
import { blamedRule } from "./rule-findings.ts";
import { useFocusPlace } from "./use-focus-place.ts";

export interface RuleFormProps {
  readonly rule: ClassificationRule;
  readonly place: number;
  readonly findings: readonly Finding[] | undefined;
  readonly trace: ConditionTrace | undefined;
  readonly focus: string | undefined;
}

const noFindings: readonly Finding[] = [];

export function RuleForm({ rule, place, findings = noFindings, trace, focus }: RuleFormProps) {
  const { t } = useTranslation();
  const { execute, readOnly, firstOnly } = useListActions();
  const { id, name = "", when, then } = rule;
  const at = `/spec/rules/${place}`;
  const box = useRef<HTMLDivElement>(null);
  useFocusPlace(box, focus, when);
  const whenId = `rule-when-${place}`;
  return (
    <div ref={box} className={styles.form}>
      <RuleFindings findings={findings.filter(({ path }) => !path.startsWith(`${at}/when`))} />
      <div className={styles.row}>
        <span className={styles.term} id={whenId}>
          {t("classification.form.when")}
        </span>
        <ConditionBuilder
          value={when}
          onChange={(next) => execute(setWhen(id, next))}
          place="classification"
          findings={findingsBelow(findings, `${at}/when`)}
          trace={trace}
          disabled={readOnly}
          aria-labelledby={whenId}
        />
      </div>
      <div className={styles.row}>
        <span className={styles.term}>{t("classification.form.then")}</span>
        <div className={styles.then}>
          <OutcomeEditor
            outcome={then}
            disabled={readOnly}
            onChange={(part) => execute(setOutcome(id, part))}
          />
          <Checkbox
            data-part="stop"
            disabled={readOnly || firstOnly}
            checked={firstOnly || then.stop === true}
            onChange={({ target }) => execute(setOutcome(id, { part: "stop", value: target.checked }))}
          >
            {t(firstOnly ? "classification.form.stopFirst" : "classification.form.stop")}
          </Checkbox>
        </div>
      </div>
      <div className={styles.about}>
        <div className={styles.field}>
          <label htmlFor={`${whenId}-name`}>{t("classification.form.name")}</label>
          <Input
            id={`${whenId}-name`}
            size="small"
            data-part="name"
            value={name}
            placeholder={id}
            disabled={readOnly}
            onChange={({ target }) => execute(renameRule(id, target.value))}
          />
        </div>
        {(["activeFrom", "activeUntil"] as const).map((bound) => (
          <div key={bound} className={styles.field} data-part={bound}>
            <span id={`${whenId}-${bound}`}>{t(`classification.form.${bound}`)}</span>
            <InstantField
              size="small"
              optional
              aria-labelledby={`${whenId}-${bound}`}
              disabled={readOnly}
              value={rule[bound] ?? undefined}
              onChange={(next) => execute(setActive(id, bound, next))}
            />
          </div>
        ))}
        <code className={styles.id}>{id}</code>
      </div>
    </div>
  );
}

/** What is wrong with the rule as a whole; a rule that is blamed is one click away. */
function RuleFindings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation();
  const { show } = useListActions();
  if (findings.length === 0) return null;
  const blamed = findings.map(blamedRule).find((number) => number !== undefined);
  return (
    <div className={styles.findings}>
      <NodeFindings findings={findings} />
      {blamed === undefined ? null : (
        <Button size="small" type="link" onClick={() => show(blamed)}>
          {t("classification.card.toRule", { number: blamed + 1 })}
        </Button>
      )}
    </div>
  );
}
