/** One line: a fact, how it is compared, and with what; or a segment by name. */
import { CloseOutlined, MoreOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import type { RuleProps } from "react-querybuilder";
import { documentAddress } from "../fields/document-address.ts";
import { OpenLink } from "../fields/KeyPicker.tsx";
import { useBuilder } from "./builder-context.ts";
import { matchedWords } from "./condition-notes.ts";
import { type ConditionNode, type ConditionRule, isGroup, isNegated, placeText } from "./condition-tree.ts";
import styles from "./conditions.module.css";
import { SubjectPicker } from "./FactPicker.tsx";
import { factValue, idOf, isSegmentValue, segmentValue } from "./fact-options.ts";
import { NodeFindings, TraceMark } from "./NodeMarks.tsx";
import { withFact, withOperator, withSegment } from "./new-rule.ts";
import { OperatorSelect } from "./OperatorSelect.tsx";
import { parseOperator } from "./operator-choice.ts";
import { useNodeMenu } from "./use-node-menu.tsx";
import { ValueField } from "./ValueField.tsx";
import { isIncomplete, valueKind } from "./value-kind.ts";
import { factOf, type Vocabulary } from "./vocabulary.ts";

interface LineProps {
  readonly rule: ConditionRule;
  readonly onChange: (change: (rule: ConditionRule) => ConditionRule) => void;
}

function SegmentLine({ rule }: LineProps) {
  const { t } = useTranslation();
  const { vocabulary } = useBuilder();
  const key = String(rule.value);
  const segment = vocabulary.segments.find((one) => one.key === key);
  return (
    <span className={styles.holds}>
      {t(segment ? "conditions.segmentHolds" : "conditions.segmentMissing")}
      {segment ? <OpenLink to={documentAddress("segment", key)} name={segment.name} /> : null}
    </span>
  );
}

function Comparison({ rule, onChange }: LineProps) {
  const { t } = useTranslation();
  const { vocabulary, disabled, notes } = useBuilder();
  const fact = factOf(vocabulary, rule.field);
  const kind = valueKind(parseOperator(rule.operator, vocabulary.catalog), fact);
  const path = rule.extra?.path;
  return (
    <>
      <span className={styles.operator}>
        {path === undefined ? null : <code className={styles.path}>{t("conditions.atPath", { path })}</code>}
        <OperatorSelect
          size="small"
          type={path !== undefined && fact?.type === "object" ? "any" : (fact?.type ?? "any")}
          value={rule.operator}
          disabled={disabled}
          onChange={(next) => onChange((at) => withOperator(at, next, vocabulary, Date.now()))}
        />
      </span>
      <span className={styles.value}>
        <ValueField
          kind={kind}
          fact={fact}
          value={rule.value}
          lit={matchedWords(notes.get(rule.id)?.trace)}
          disabled={disabled}
          onChange={(value) => onChange((at) => ({ ...at, value }))}
        />
      </span>
    </>
  );
}

function NotPill({ onRemove }: { onRemove: () => void }) {
  const { t } = useTranslation();
  const { disabled } = useBuilder();
  return (
    <button
      type="button"
      className={styles.not}
      disabled={disabled}
      title={t("conditions.affirm")}
      onClick={onRemove}
    >
      {t("conditions.not")}
    </button>
  );
}

/** What a comparison lacks, while nobody else has said what is wrong with it. */
function lackOf(rule: ConditionRule, vocabulary: Vocabulary) {
  if (factOf(vocabulary, rule.field) === undefined) return "unknownFact";
  if (parseOperator(rule.operator, vocabulary.catalog).definition === undefined) return "unknownOperator";
  return isIncomplete(rule.value) ? "incomplete" : undefined;
}

const subjectOf = (rule: ConditionRule): string =>
  rule.kind === "segment" ? segmentValue(String(rule.value)) : factValue(rule.field);

export function ConditionRow({ rule: given, path, actions }: RuleProps) {
  const { t } = useTranslation();
  const { vocabulary, place, disabled, notes, replace } = useBuilder();
  const rule = given as ConditionRule;
  const { menu, remove, negate, onKeyDown } = useNodeMenu({ node: rule, path, actions });
  const onChange = (change: (at: ConditionRule) => ConditionRule) =>
    replace(path, (node: ConditionNode) => (isGroup(node) ? node : change(node)));
  const choose = (value: string | undefined) => {
    if (value === undefined) return;
    const id = idOf(value);
    onChange((at) =>
      isSegmentValue(value) ? withSegment(at, id) : withFact(at, id, vocabulary, Date.now()),
    );
  };
  const Line = rule.kind === "segment" ? SegmentLine : Comparison;
  const { findings = [], trace } = notes.get(rule.id) ?? {};
  const lack = findings.length > 0 || rule.kind === "segment" ? undefined : lackOf(rule, vocabulary);
  return (
    <fieldset
      className={styles.line}
      data-node={rule.id}
      data-state={trace?.result}
      aria-label={t("conditions.rowLabel", { place: placeText(path) })}
      onKeyDown={onKeyDown}
    >
      <div className={disabled ? styles.still : styles.row}>
        <span className={styles.subject}>
          {isNegated(rule) ? <NotPill onRemove={negate} /> : null}
          <SubjectPicker
            size="small"
            variant="borderless"
            segments
            place={place}
            value={subjectOf(rule)}
            disabled={disabled}
            onChange={choose}
          />
        </span>
        <Line rule={rule} onChange={onChange} />
        {disabled ? null : (
          <span className={styles.actions}>
            <Dropdown menu={menu} trigger={["click"]} placement="bottomRight">
              <Button size="small" type="text" icon={<MoreOutlined />} aria-label={t("conditions.more")} />
            </Dropdown>
            <Button
              size="small"
              type="text"
              icon={<CloseOutlined />}
              aria-label={t("conditions.remove")}
              onClick={remove}
            />
          </span>
        )}
      </div>
      <TraceMark trace={trace} />
      {lack ? <p className={styles.incomplete}>{t(`conditions.${lack}`)}</p> : null}
      <NodeFindings findings={findings} />
    </fieldset>
  );
}
