/** A value for one fact, in the input that suits it. */

import type { FactDefinition, Json } from "@sluice/schemas";
import { Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useVocabulary } from "../../../conditions/vocabulary-context.tsx";
import { inLanguage } from "../../../explain/names.ts";
import { CategoryPicker } from "../../../fields/CategoryPicker.tsx";
import { InstantField } from "../../../fields/InstantField.tsx";

export interface FactInputProps {
  readonly fact: FactDefinition;
  readonly value: Json | undefined;
  /** `undefined` = the ticket does not say. */
  readonly onChange: (value: Json | undefined) => void;
}

const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");

/** What the fact can be, where that is known. */
function useChoices({ id, options }: FactDefinition) {
  const { i18n } = useTranslation();
  const { channels } = useVocabulary();
  if (id === "ticket.channel")
    return channels.map(({ key, label }) => ({ value: key, label: inLanguage(label, i18n.language) }));
  const known = options?.flatMap(({ value, label }) =>
    typeof value === "string" ? [{ value, label: inLanguage(label, i18n.language) }] : [],
  );
  return known?.length ? known : undefined;
}

export function FactInput(props: FactInputProps) {
  const { t, i18n } = useTranslation();
  const { fact, value, onChange } = props;
  const choices = useChoices(fact);
  const label = inLanguage(fact.label, i18n.language);
  const shared = { size: "small", "aria-label": label, placeholder: t("sla.trial.empty") } as const;
  if (fact.id === "ticket.category")
    return <CategoryPicker {...shared} optional value={textOf(value) || undefined} onChange={onChange} />;
  if (fact.type === "instant")
    return <InstantField {...shared} optional value={textOf(value) || undefined} onChange={onChange} />;
  if (fact.type === "number")
    return (
      <InputNumber<number>
        {...shared}
        style={{ width: "100%" }}
        value={typeof value === "number" ? value : null}
        onChange={(next) => onChange(next ?? undefined)}
      />
    );
  if (fact.type === "string[]")
    return (
      <Select<string[]>
        {...shared}
        mode="tags"
        value={Array.isArray(value) ? value.map(String) : []}
        onChange={(next) => onChange(next.length > 0 ? next : undefined)}
      />
    );
  if (fact.type === "boolean")
    return (
      <Select<string>
        {...shared}
        allowClear
        value={typeof value === "boolean" ? String(value) : null}
        options={[
          { value: "true", label: t("sla.trial.yes") },
          { value: "false", label: t("sla.trial.no") },
        ]}
        onChange={(next?: string) => onChange(next === undefined ? undefined : next === "true")}
      />
    );
  if (choices)
    return (
      <Select<string>
        {...shared}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        value={textOf(value) || null}
        options={choices}
        onChange={(next?: string) => onChange(next)}
      />
    );
  return (
    <Input
      {...shared}
      allowClear
      value={textOf(value)}
      onChange={({ target }) => onChange(target.value === "" ? undefined : target.value)}
    />
  );
}
