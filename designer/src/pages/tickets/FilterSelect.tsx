/** One filter with several values; its name stands inside it until something is chosen. */
import { Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ListFilter } from "./ticket-filter.ts";
import styles from "./tickets.module.css";

export interface FilterOption {
  readonly value: string;
  readonly label: ReactNode;
  /** What typing is held against. */
  readonly text: string;
}

export interface FilterSelectProps {
  readonly name: ListFilter;
  readonly value: readonly string[];
  /** `null`: any typed text is a value. */
  readonly options: readonly FilterOption[] | null;
  readonly onChange: (value: readonly string[]) => void;
}

export function FilterSelect({ name, value, options, onChange }: FilterSelectProps) {
  const { t } = useTranslation();
  const label = t(`tickets.filter.${name}`);
  return (
    <Select
      className={styles.select ?? ""}
      mode={options === null ? "tags" : "multiple"}
      aria-label={label}
      placeholder={options === null ? `${label} · ${t("tickets.filter.tagHelp")}` : label}
      value={[...value]}
      options={options === null ? [] : [...options]}
      showSearch={{ optionFilterProp: "text" }}
      {...(options === null ? { open: false, suffixIcon: null, maxCount: 1 } : {})}
      maxTagCount={1}
      maxTagPlaceholder={(omitted) => `+${omitted.length}`}
      maxTagTextLength={8}
      popupMatchSelectWidth={false}
      allowClear
      onChange={(next: string[]) => onChange(next)}
    />
  );
}
