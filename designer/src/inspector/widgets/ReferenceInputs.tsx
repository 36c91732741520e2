/** Inputs that choose what the workspace has: documents, people, categories, facts. */
import {
  type DocumentKind,
  isDocumentKind,
  type Json,
  type Priority,
  type TicketStatus,
} from "@sluice/schemas";
import { Select } from "antd";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { priorityList, statusList } from "../../client/vocabulary.ts";
import { FactPicker } from "../../conditions/FactPicker.tsx";
import { useVocabulary } from "../../conditions/vocabulary-context.tsx";
import { inLanguage } from "../../explain/names.ts";
import { CalendarPicker } from "../../fields/CalendarPicker.tsx";
import { CategoryPicker } from "../../fields/CategoryPicker.tsx";
import { DocumentPicker } from "../../fields/DocumentPicker.tsx";
import { type FieldProps, labelsOf } from "../../fields/field-props.ts";
import { KeyPicker } from "../../fields/KeyPicker.tsx";
import { AgentPicker, GroupPicker } from "../../fields/PeoplePickers.tsx";
import { PriorityBadge, StatusMark } from "../../ui/marks.tsx";
import styles from "../inspector.module.css";
import type { InputProps } from "./as-widget.tsx";

type Picker = ComponentType<FieldProps<string | undefined> & { readonly optional?: boolean }>;

/** A picker of one id: an empty text is none. */
const picking = (Choose: Picker) =>
  function PickerInput({ text, onChange, optional, ...props }: InputProps) {
    return (
      <Choose
        {...pickerProps(props)}
        value={text === "" ? undefined : text}
        onChange={onChange as (value: Json | undefined) => void}
        optional={optional}
      />
    );
  };

/** What pickers take of an input's props. */
const pickerProps = ({ id, disabled, ...props }: Partial<InputProps>) => ({
  id,
  disabled,
  "aria-labelledby": props["aria-labelledby"],
  "aria-label": props["aria-label"],
  "aria-describedby": props["aria-describedby"],
});

export const GroupInput = picking(GroupPicker);
export const AgentInput = picking(AgentPicker);
export const CategoryInput = picking(CategoryPicker);
export const FactInput = picking(FactPicker);

const kindOf = (kind: string | undefined): DocumentKind | undefined =>
  isDocumentKind(kind) ? kind : undefined;

export function DocumentInput({ draw, text, onChange, optional, ...props }: InputProps) {
  const kind = kindOf(draw.documentKind);
  const shared = {
    ...pickerProps(props),
    value: text === "" ? undefined : text,
    onChange: (next: string | undefined) => onChange(next),
    optional,
  };
  if (kind === undefined || kind === "calendar") return <CalendarPicker {...shared} />;
  return <DocumentPicker {...shared} kind={kind} />;
}

export function StrategyInput({ text, onChange, optional, placeholder, ...props }: InputProps) {
  const { t, i18n } = useTranslation();
  const options = useVocabulary().catalog.strategies.map(({ id, label }) => ({
    key: id,
    name: inLanguage(label, i18n.language),
  }));
  return (
    <KeyPicker
      {...pickerProps(props)}
      value={text === "" ? undefined : text}
      onChange={(next) => onChange(next)}
      optional={optional}
      options={options}
      placeholder={placeholder ?? t("inspector.choose")}
    />
  );
}

export function PriorityInput(props: InputProps) {
  const { t } = useTranslation();
  const { text, onChange, optional } = props;
  return (
    <Select<Priority>
      {...labelsOf(props)}
      className={styles.wide ?? ""}
      allowClear={optional}
      placeholder={t("inspector.notSet")}
      value={priorityList.find((one) => one === text) ?? null}
      options={priorityList.map((value) => ({ value, label: t(`words.priority.${value}`) }))}
      optionRender={({ value }) => <PriorityBadge priority={value as Priority} />}
      onChange={(next?: Priority) => onChange(next)}
    />
  );
}

export function StatusInput(props: InputProps) {
  const { t } = useTranslation();
  const { text, onChange, optional } = props;
  return (
    <Select<TicketStatus>
      {...labelsOf(props)}
      className={styles.wide ?? ""}
      allowClear={optional}
      placeholder={t("inspector.notSet")}
      value={statusList.find((one) => one === text) ?? null}
      options={statusList.map((value) => ({ value, label: t(`words.status.${value}`) }))}
      optionRender={({ value }) => <StatusMark status={value as TicketStatus} />}
      onChange={(next?: TicketStatus) => onChange(next)}
    />
  );
}
