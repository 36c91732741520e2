/** The value of one of the house's ticket fields: a fixed one of its type, or a template. */
import type { TicketField } from "@sluice/schemas";
import { InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../../explain/names.ts";
import { InstantField } from "../../fields/InstantField.tsx";
import styles from "../inspector.module.css";
import { isTemplateText } from "../schema/template-text.ts";
import { JsonInput } from "./JsonInput.tsx";
import { ModeToggle } from "./ModeToggle.tsx";
import type { ValueOfRow } from "./RecordRows.tsx";

export interface TicketFieldValueProps extends ValueOfRow {
  /** What the settings say of the field; absent when they do not know it. */
  readonly field: TicketField | undefined;
}

export function TicketFieldValue({ name, field, label, value, onChange, disabled }: TicketFieldValueProps) {
  const { t } = useTranslation();
  const [template, setTemplate] = useState(isTemplateText(value));
  const text = <JsonInput aria-label={label} value={value} onChange={onChange} disabled={disabled} />;
  if (field === undefined)
    return (
      <>
        {text}
        {name === "" ? null : <p className={styles.hint}>{t("inspector.fields.unknown")}</p>}
      </>
    );
  if (field.type === "text") return text;
  const change = (next: boolean) => {
    setTemplate(next);
    if (value !== undefined) onChange(undefined);
  };
  return (
    <div className={styles.templated}>
      {template ? (
        text
      ) : (
        <FixedValue field={field} label={label} value={value} onChange={onChange} disabled={disabled} />
      )}
      <ModeToggle template={template} onChange={change} disabled={disabled} />
    </div>
  );
}

type FixedValueProps = Omit<TicketFieldValueProps, "name"> & { readonly field: TicketField };

function FixedValue({ field, label, value, onChange, disabled }: FixedValueProps) {
  const { t, i18n } = useTranslation();
  const shared = { "aria-label": label, disabled, className: styles.wide ?? "" };
  const options = (field.options ?? []).map((option) => ({
    value: option.value,
    label: inLanguage(option.label, i18n.language),
  }));
  switch (field.type) {
    case "number":
      return (
        <InputNumber
          {...shared}
          changeOnWheel={false}
          value={typeof value === "number" ? value : null}
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
    case "instant":
      return (
        <InstantField
          aria-label={label}
          disabled={disabled}
          optional
          value={typeof value === "string" ? value : undefined}
          onChange={onChange}
        />
      );
    case "boolean":
      return (
        <Select<string>
          {...shared}
          placeholder={t("inspector.choose")}
          value={typeof value === "boolean" ? String(value) : null}
          options={(["true", "false"] as const).map((one) => ({
            value: one,
            label: t(one === "true" ? "inspector.yes" : "inspector.no"),
          }))}
          onChange={(next) => onChange(next === "true")}
        />
      );
    case "multiselect":
      return (
        <Select<string[]>
          {...shared}
          mode="multiple"
          placeholder={t("inspector.choose")}
          value={Array.isArray(value) ? value.map(String) : []}
          options={options}
          onChange={(next) => onChange(next.length === 0 ? undefined : next)}
        />
      );
    default:
      return (
        <Select<string>
          {...shared}
          placeholder={t("inspector.choose")}
          value={typeof value === "string" ? value : null}
          options={options}
          onChange={(next) => onChange(next)}
        />
      );
  }
}
