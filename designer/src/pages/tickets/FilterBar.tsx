/** Views, search and filters in one line; what is seldom used stays folded until it is. */
import { FilterOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Input, Segmented } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { FilterSelect } from "./FilterSelect.tsx";
import { LimitChips } from "./LimitChips.tsx";
import { isNarrowed, type ListFilter, listFilters, type TicketFilter, ticketViews } from "./ticket-filter.ts";
import styles from "./tickets.module.css";
import { useFilterOptions } from "./use-filter-options.tsx";

const always: readonly ListFilter[] = ["status", "priority", "channel"];
const folded = listFilters.filter((name) => !always.includes(name));

export interface FilterBarProps {
  readonly filter: TicketFilter;
  readonly onChange: (change: Partial<TicketFilter>) => void;
  /** Whether "mine" means anything for the person. */
  readonly hasAgent: boolean;
}

const cleared: Partial<TicketFilter> = {
  q: "",
  limits: {},
  ...Object.fromEntries(listFilters.map((name) => [name, []])),
};

export function FilterBar({ filter, onChange, hasAgent }: FilterBarProps) {
  const { t } = useTranslation();
  const options = useFilterOptions();
  const inUse = listFilters.filter((name) => filter[name].length > 0);
  const [unfolded, setUnfolded] = useState(false);
  const shown = unfolded
    ? listFilters
    : listFilters.filter((name) => always.includes(name) || inUse.includes(name));
  return (
    <section className={styles.filters} aria-label={t("tickets.filter.label")}>
      <Segmented
        value={filter.view}
        options={ticketViews
          .filter((view) => view !== "mine" || hasAgent)
          .map((value) => ({ value, label: t(`tickets.view.${value}`) }))}
        onChange={(view) => onChange({ view })}
      />
      <SearchBox value={filter.q} onChange={(q) => onChange({ q })} />
      {shown.map((name) => (
        <FilterSelect
          key={name}
          name={name}
          value={filter[name]}
          options={options[name]}
          onChange={(value) => onChange({ [name]: value })}
        />
      ))}
      {folded.every((name) => inUse.includes(name)) ? null : (
        <Button
          type="text"
          icon={<FilterOutlined />}
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {t("tickets.filter.more")}
        </Button>
      )}
      <LimitChips filter={filter} onChange={onChange} />
      {isNarrowed(filter) ? (
        <Button type="link" onClick={() => onChange(cleared)}>
          {t("tickets.reset")}
        </Button>
      ) : null}
    </section>
  );
}

/** Asks when typing has paused; Enter asks at once. */
function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), 350);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <Input
      className={styles.search ?? ""}
      prefix={<SearchOutlined aria-hidden />}
      placeholder={t("tickets.filter.search")}
      aria-label={t("tickets.filter.search")}
      allowClear
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => onChange(typed)}
    />
  );
}
