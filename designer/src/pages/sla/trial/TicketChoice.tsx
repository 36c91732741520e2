/** Chooses a ticket by number or subject, whose values then fill the trial. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { ticketSearchQuery } from "../../../client/tickets.ts";

export interface TicketChoiceProps {
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

export function TicketChoice({ value, onChange }: TicketChoiceProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const text = useDeferredValue(typed.trim());
  const found = useQuery(ticketSearchQuery(text)).data?.items ?? [];
  const [chosen, setChosen] = useState("");
  const options = found.map(({ id, number, subject }) => ({ value: id, label: `#${number} ${subject}` }));
  const known = options.some((option) => option.value === value) || value === undefined;
  return (
    <Select<string>
      size="small"
      style={{ width: 280 }}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      aria-label={t("sla.trial.pick")}
      placeholder={t("sla.trial.pick")}
      value={value ?? null}
      options={known ? options : [{ value: value ?? "", label: chosen }, ...options]}
      onChange={(id?: string) => {
        setChosen(options.find((option) => option.value === id)?.label ?? "");
        onChange(id);
      }}
    />
  );
}
