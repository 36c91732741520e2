/** The fields the house has added to its tickets, each with the input of its type. */
import type { Json, TicketField } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { Input, InputNumber, Select, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ticket, TicketPatch } from "../../../client/types.ts";
import { fieldsQuery } from "../../../client/workspace.ts";
import { inLanguage } from "../../../explain/names.ts";
import { FactList } from "./FactList.tsx";
import styles from "./rail.module.css";

export interface CustomFieldsProps {
  readonly ticket: Ticket;
  readonly patch: (part: TicketPatch) => void;
  readonly editable: boolean;
}

const shown = (value: Json | undefined): string => {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

const isSet = (value: Json | undefined): boolean => value !== undefined && value !== null && value !== "";

export function CustomFields({ ticket, patch, editable }: CustomFieldsProps) {
  const { t } = useTranslation();
  const [unfolded, setUnfolded] = useState(false);
  const fields = useQuery(fieldsQuery).data?.items ?? [];
  const inUse = fields.filter((field) => isSet(ticket.fields[field.key]) || field.required);
  const empty = fields.length - inUse.length;
  const known = new Set(fields.map(({ key }) => key));
  return (
    <>
      <FieldFacts fields={unfolded ? fields : inUse} ticket={ticket} patch={patch} editable={editable} />
      {/* A field that the settings no longer have still shows what was stored. */}
      <FactList
        facts={Object.entries(ticket.fields)
          .filter(([key]) => !known.has(key))
          .map(([key, value]) => ({ name: key, value: shown(value) }))}
      />
      {editable && empty > 0 && !unfolded ? (
        <button type="button" className={styles.more} onClick={() => setUnfolded(true)}>
          {t("ticket.rail.emptyFields", { count: empty })}
        </button>
      ) : null}
    </>
  );
}

function FieldFacts({
  fields,
  ticket,
  patch,
  editable,
}: CustomFieldsProps & { fields: readonly TicketField[] }) {
  const { i18n } = useTranslation();
  return (
    <FactList
      facts={fields.map((field) => ({
        name: inLanguage(field.label, i18n.language),
        value: editable ? (
          <FieldInput
            key={`${field.key}-${shown(ticket.fields[field.key])}`}
            field={field}
            value={ticket.fields[field.key] ?? null}
            onChange={(value) => patch({ fields: { [field.key]: value } })}
          />
        ) : (
          shown(ticket.fields[field.key])
        ),
      }))}
    />
  );
}

interface FieldInputProps {
  readonly field: TicketField;
  readonly value: Json;
  readonly onChange: (value: Json) => void;
}

function FieldInput({ field, value, onChange }: FieldInputProps) {
  const { i18n } = useTranslation();
  const label = inLanguage(field.label, i18n.language);
  switch (field.type) {
    case "boolean":
      return <Switch size="small" aria-label={label} checked={value === true} onChange={onChange} />;
    case "select":
    case "multiselect":
      return <OptionInput field={field} value={value} onChange={onChange} />;
    case "number":
      return (
        <NumberInput label={label} value={typeof value === "number" ? value : null} onChange={onChange} />
      );
    case "text":
    case "instant":
      return <TextInput label={label} value={shown(value)} onChange={onChange} />;
  }
}

function OptionInput({ field, value, onChange }: FieldInputProps) {
  const { t, i18n } = useTranslation();
  const options = (field.options ?? []).map((option) => ({
    value: option.value,
    label: inLanguage(option.label, i18n.language),
  }));
  const look = {
    className: styles.pick ?? "",
    variant: "borderless",
    size: "small",
    allowClear: true,
    "aria-label": inLanguage(field.label, i18n.language),
    placeholder: t("ticket.fact.notSet"),
    options,
  } as const;
  return field.type === "multiselect" ? (
    <Select<string[]>
      {...look}
      mode="multiple"
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={(next) => onChange(next)}
    />
  ) : (
    <Select<string | null>
      {...look}
      value={typeof value === "string" ? value : null}
      onChange={(next) => onChange(next ?? null)}
    />
  );
}

/** Sends when the field is left or Enter pressed, and only a real change. */
function TextInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: Json) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const commit = () => {
    if (typed !== value) onChange(typed === "" ? null : typed);
  };
  return (
    <Input
      variant="borderless"
      size="small"
      aria-label={label}
      placeholder={t("ticket.fact.notSet")}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onPressEnter={commit}
    />
  );
}

function NumberInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | null;
  onChange: (value: Json) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const commit = () => {
    if (typed !== value) onChange(typed);
  };
  return (
    <InputNumber
      variant="borderless"
      size="small"
      controls={false}
      aria-label={label}
      placeholder={t("ticket.fact.notSet")}
      value={typed}
      onChange={(next) => setTyped(next)}
      onBlur={commit}
      onPressEnter={commit}
    />
  );
}
