/** Inputs of any value: JSON, lists of texts, tags, and records of them. */
import type { Json } from "@sluice/schemas";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useVocabulary } from "../../conditions/vocabulary-context.tsx";
import { inLanguage } from "../../explain/names.ts";
import { TagsField } from "../../fields/TagsField.tsx";
import styles from "../inspector.module.css";
import { JsonInput } from "../parts/JsonInput.tsx";
import { RecordRows, type ValueOfRow } from "../parts/RecordRows.tsx";
import { TicketFieldValue } from "../parts/TicketFieldValue.tsx";
import { defaultText } from "../schema/default-text.ts";
import { fieldIds } from "../schema/field-ids.ts";
import { isRecord } from "../schema/plain-schema.ts";
import type { JsonRecord } from "../schema/record-rows.ts";
import type { WholeProps } from "./as-field.tsx";

const textsOf = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];

const recordOf = (value: Json | undefined): JsonRecord => (isRecord(value) ? (value as JsonRecord) : {});

export function JsonValue({ id, labelId, value, onChange, disabled, draw }: WholeProps) {
  return (
    <JsonInput
      id={id}
      aria-labelledby={labelId}
      aria-describedby={fieldIds(id).remarks}
      value={value}
      onChange={onChange}
      disabled={disabled}
      placeholder={defaultText(draw.defaultValue)}
    />
  );
}

export function TextsInput({ id, labelId, value, onChange, disabled, draw }: WholeProps) {
  const { t } = useTranslation();
  const standard = defaultText(draw.defaultValue);
  return (
    <Select<string[]>
      id={id}
      aria-labelledby={labelId}
      className={styles.wide ?? ""}
      mode="tags"
      open={false}
      suffixIcon={null}
      tokenSeparators={[",", "\uff0c", "\u3001"]}
      disabled={disabled}
      placeholder={
        standard === undefined ? t("fields.picker.texts") : t("inspector.defaultValue", { value: standard })
      }
      value={[...textsOf(value)]}
      onChange={(next) => onChange(next.length === 0 ? undefined : next)}
    />
  );
}

export function TagsInput({ id, labelId, value, onChange, disabled }: WholeProps) {
  return (
    <TagsField
      id={id}
      aria-labelledby={labelId}
      disabled={disabled}
      value={textsOf(value)}
      onChange={(next) => onChange(next.length === 0 ? undefined : [...next])}
    />
  );
}

const jsonRow = ({ label, value, onChange, disabled }: ValueOfRow) => (
  <JsonInput aria-label={label} value={value} onChange={onChange} disabled={disabled} />
);

export function RecordInput({ value, onChange, disabled }: WholeProps) {
  const { t } = useTranslation();
  return (
    <RecordRows
      value={recordOf(value)}
      onChange={onChange}
      disabled={disabled}
      addLabel={t("inspector.add")}
      renderValue={jsonRow}
    />
  );
}

/** Variables of the workflow: those that the vocabulary knows are offered. */
export function VariablesInput({ value, onChange, disabled }: WholeProps) {
  const { t, i18n } = useTranslation();
  const known = useVocabulary().catalog.facts.filter(({ id }) => /^vars\.[^.]+$/.test(id));
  return (
    <RecordRows
      value={recordOf(value)}
      onChange={onChange}
      disabled={disabled}
      addLabel={t("inspector.variables.add")}
      knownKeys={known.map(({ id, label }) => ({
        key: id.slice("vars.".length),
        label: inLanguage(label, i18n.language),
      }))}
      renderValue={jsonRow}
    />
  );
}

/** The house's own fields of tickets, each with the input of its type. */
export function TicketFieldsInput({ value, onChange, disabled }: WholeProps) {
  const { t, i18n } = useTranslation();
  const { fields } = useVocabulary();
  return (
    <RecordRows
      value={recordOf(value)}
      onChange={onChange}
      disabled={disabled}
      addLabel={t("inspector.fields.add")}
      knownKeys={fields.map(({ key, label }) => ({ key, label: inLanguage(label, i18n.language) }))}
      renderValue={(row) => <TicketFieldValue {...row} field={fields.find(({ key }) => key === row.name)} />}
    />
  );
}
