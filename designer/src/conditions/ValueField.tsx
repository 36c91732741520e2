/** The input of a comparison's value, by its kind; what no input can show is shown as JSON, and kept. */
import type { FactDefinition, FactReference, Json } from "@sluice/schemas";
import { Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../explain/names.ts";
import { CalendarPicker } from "../fields/CalendarPicker.tsx";
import { CategoriesPicker, CategoryPicker } from "../fields/CategoryPicker.tsx";
import { DurationField } from "../fields/DurationField.tsx";
import { InstantField } from "../fields/InstantField.tsx";
import { JsonField } from "../fields/JsonField.tsx";
import { KeywordField } from "../fields/KeywordField.tsx";
import { NumbersField } from "../fields/NumbersField.tsx";
import { useBuilder } from "./builder-context.ts";
import styles from "./conditions.module.css";
import { FactPicker } from "./FactPicker.tsx";
import { fitsKind, isReference, peopleFacts, type ValueKind } from "./value-kind.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { useVocabulary } from "./vocabulary-context.tsx";

export interface ValueFieldProps {
  readonly kind: ValueKind;
  readonly fact: FactDefinition | undefined;
  readonly value: Json | FactReference;
  readonly onChange: (value: Json | FactReference) => void;
  /** Words that a test run found. */
  readonly lit?: readonly string[];
  readonly disabled?: boolean;
}

type InputProps = Omit<ValueFieldProps, "value" | "onChange"> & {
  readonly value: Json;
  readonly onChange: (value: Json) => void;
};

function ChoiceInput({ kind, fact, value, onChange, disabled = false }: InputProps) {
  const { t, i18n } = useTranslation();
  const vocabulary = useVocabulary();
  const shared = { size: "small", disabled, "aria-label": t("conditions.value") } as const;
  if (fact?.id === "ticket.category" && kind === "choice")
    return <CategoryPicker {...shared} value={String(value)} onChange={(next) => onChange(next ?? "")} />;
  if (fact?.id === "ticket.category")
    return <CategoriesPicker {...shared} value={value as readonly string[]} onChange={onChange} />;
  return (
    <Select<Chosen | Chosen[]>
      {...shared}
      className={styles.wide ?? ""}
      {...(kind === "choices" ? { mode: "multiple" as const } : {})}
      value={value as Chosen | Chosen[]}
      placeholder={t("fields.picker.choose")}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: "search" }}
      options={choicesOf(fact, vocabulary, i18n.language)}
      onChange={(next) => onChange(next)}
    />
  );
}

/** What options hold: texts and numbers. */
type Chosen = string | number;

const choice = (value: Chosen, label: string) => ({ value, label, search: `${label} ${value}` });

/** What may be chosen for a fact: its own options, or the people there are. */
function choicesOf(fact: FactDefinition | undefined, vocabulary: Vocabulary, language: string) {
  const people = fact && peopleFacts[fact.id];
  if (people === "agents") return vocabulary.agents.map(({ id, name }) => choice(id, name));
  if (people === "groups")
    return vocabulary.groups.map(({ key, label }) => choice(key, inLanguage(label, language)));
  return (fact?.options ?? []).flatMap(({ value, label }) =>
    typeof value === "string" || typeof value === "number" ? choice(value, inLanguage(label, language)) : [],
  );
}

function NumberInput({
  value,
  onChange,
  disabled = false,
  label,
}: Omit<InputProps, "kind" | "fact"> & { label: string }) {
  return (
    <InputNumber<number>
      size="small"
      className={styles.number ?? ""}
      aria-label={label}
      disabled={disabled}
      value={value as number}
      onChange={(next) => next !== null && onChange(next)}
    />
  );
}

function RangeInput({ kind, fact, value, onChange, disabled = false }: InputProps) {
  const { t } = useTranslation();
  const pair = value as readonly [Json, Json];
  const change = (index: number) => (next: Json) => onChange(index === 0 ? [next, pair[1]] : [pair[0], next]);
  return (
    <span className={styles.range}>
      {(["from", "to"] as const).map((end, index) =>
        kind === "numberRange" ? (
          <NumberInput
            key={end}
            label={t(`conditions.${end}`)}
            value={pair[index] ?? 0}
            onChange={change(index)}
            disabled={disabled}
          />
        ) : (
          <InstantField
            key={end}
            size="small"
            aria-label={t(`conditions.${end}`)}
            value={String(pair[index])}
            onChange={(next) => next !== undefined && change(index)(next)}
            disabled={disabled}
          />
        ),
      )}
      {fact?.id.endsWith("remainingMinutes") ? (
        <span className={styles.quiet}>{t("conditions.minutes")}</span>
      ) : null}
    </span>
  );
}

function BooleanInput({ value, onChange, disabled = false }: InputProps) {
  const { t } = useTranslation();
  return (
    <Select<"yes" | "no">
      size="small"
      className={styles.number ?? ""}
      aria-label={t("conditions.value")}
      disabled={disabled}
      value={value === true ? "yes" : "no"}
      options={[
        { value: "yes", label: t("conditions.yes") },
        { value: "no", label: t("conditions.no") },
      ]}
      onChange={(next) => onChange(next === "yes")}
    />
  );
}

function PlainInput(props: InputProps) {
  const { kind, value, onChange, lit, disabled = false } = props;
  const { t } = useTranslation();
  const shared = { size: "small", disabled, "aria-label": t("conditions.value") } as const;
  switch (kind) {
    case "keywords":
      return <KeywordField {...shared} value={value as readonly string[]} lit={lit} onChange={onChange} />;
    case "texts":
      return (
        <KeywordField
          {...shared}
          value={value as readonly string[]}
          placeholder={t("fields.picker.texts")}
          exact
          onChange={onChange}
        />
      );
    case "numbers":
      return <NumbersField {...shared} value={value as readonly number[]} onChange={onChange} />;
    case "choice":
    case "choices":
      return <ChoiceInput {...props} />;
    case "number":
      return <NumberInput {...props} label={t("conditions.value")} />;
    case "numberRange":
    case "instantRange":
      return <RangeInput {...props} />;
    case "boolean":
      return <BooleanInput {...props} />;
    case "instant":
      return (
        <InstantField
          {...shared}
          value={String(value)}
          onChange={(next) => next !== undefined && onChange(next)}
        />
      );
    case "duration":
      return (
        <DurationField
          {...shared}
          compact
          days="elapsed"
          value={String(value)}
          onChange={(next) => next !== undefined && onChange(next)}
        />
      );
    case "calendar":
      return (
        <CalendarPicker
          {...shared}
          value={String(value)}
          onChange={(next) => next !== undefined && onChange(next)}
        />
      );
    case "json":
      return <JsonField {...shared} value={value} onChange={onChange} />;
    default:
      return (
        <Input
          {...shared}
          className={kind === "pattern" ? (styles.code ?? "") : ""}
          value={String(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

export function ValueField({ value, onChange, kind, ...rest }: ValueFieldProps) {
  const { t } = useTranslation();
  const { place } = useBuilder();
  if (isReference(value))
    return (
      <FactPicker
        size="small"
        aria-label={t("conditions.otherFact")}
        place={place}
        value={value.fact}
        disabled={rest.disabled}
        onChange={(fact) => fact !== undefined && onChange({ ...value, fact })}
      />
    );
  return (
    <PlainInput
      {...rest}
      kind={fitsKind(kind, value) ? kind : "json"}
      value={value as Json}
      onChange={onChange}
    />
  );
}
