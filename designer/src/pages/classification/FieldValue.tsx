/** A value of one of the house's ticket fields, by its type. */
import type { Json, TicketField } from "@sluice/schemas";
import { Input, InputNumber, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../../explain/names.ts";
import { InstantField } from "../../fields/InstantField.tsx";
import { JsonField } from "../../fields/JsonField.tsx";

export interface FieldValueProps {
  /** What the settings say of the field; absent when they do not know it. */
  readonly field: TicketField | undefined;
  readonly label: string;
  readonly value: Json | undefined;
  readonly disabled?: boolean;
  readonly onChange: (value: Json | undefined) => void;
}

export function FieldValue({ field, label, value, disabled = false, onChange }: FieldValueProps) {
  const { i18n } = useTranslation();
  const shared = { size: "small", disabled, "aria-label": label } as const;
  const options = (field?.options ?? []).map((option) => ({
    value: option.value,
    label: inLanguage(option.label, i18n.language),
  }));
  if (field === undefined && value !== undefined && typeof value !== "string")
    return <JsonField {...shared} value={value} onChange={onChange} />;
  switch (field?.type) {
    case "number":
      return (
        <InputNumber
          {...shared}
          changeOnWheel={false}
          value={typeof value === "number" ? value : null}
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
    case "boolean":
      return <Switch {...shared} checked={value === true} onChange={onChange} />;
    case "instant":
      return (
        <InstantField
          {...shared}
          optional
          value={typeof value === "string" && value !== "" ? value : undefined}
          onChange={onChange}
        />
      );
    case "select":
      return (
        <Select<string>
          {...shared}
          allowClear
          popupMatchSelectWidth={false}
          options={options}
          {...(typeof value === "string" && value !== "" ? { value } : {})}
          onChange={(next?: string) => onChange(next)}
        />
      );
    case "multiselect":
      return (
        <Select<string[]>
          {...shared}
          mode="multiple"
          popupMatchSelectWidth={false}
          options={options}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={(next) => onChange(next)}
        />
      );
    default:
      return (
        <Input
          {...shared}
          value={value === undefined ? "" : String(value)}
          onChange={({ target }) => onChange(target.value)}
        />
      );
  }
}
