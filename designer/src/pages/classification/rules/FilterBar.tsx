/** Finding rules: words, what they give, problems, hits. */
import { SearchOutlined } from "@ant-design/icons";
import { Input, Segmented, Select } from "antd";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useVocabularyNames } from "../../../conditions/vocabulary-context.tsx";
import styles from "./list.module.css";
import type { RuleFilter, RuleView } from "./rule-filter.ts";

export interface FilterBarProps {
  readonly filter: RuleFilter;
  readonly onChange: (filter: RuleFilter) => void;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly shown: number;
  readonly total: number;
  readonly problems: number;
  readonly off: number;
  /** `undefined` while nothing is tried. */
  readonly hits: number | undefined;
}

export const FilterBar = memo(function FilterBar(props: FilterBarProps) {
  const { filter, onChange, tags, categories, shown, total, problems, off, hits } = props;
  const { t } = useTranslation();
  const names = useVocabularyNames();
  const views: readonly { readonly value: RuleView; readonly count: number | undefined }[] = [
    { value: "all", count: undefined },
    { value: "problems", count: problems },
    { value: "hits", count: hits },
    { value: "off", count: off },
  ];
  const label = (value: RuleView, count: number | undefined) =>
    count === undefined
      ? t(`classification.filter.${value}`)
      : `${t(`classification.filter.${value}`)} ${count}`;
  return (
    <search className={styles.filter} aria-label={t("classification.filter.label")}>
      <Input
        allowClear
        className={styles.search ?? ""}
        prefix={<SearchOutlined aria-hidden />}
        aria-label={t("classification.filter.search")}
        placeholder={t("classification.filter.search")}
        value={filter.text}
        onChange={({ target }) => onChange({ ...filter, text: target.value })}
      />
      <Select<string>
        allowClear
        className={styles.choice ?? ""}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: "label" }}
        aria-label={t("classification.filter.category")}
        placeholder={t("classification.filter.category")}
        {...(filter.category === null ? {} : { value: filter.category })}
        options={categories.map((id) => ({ value: id, label: names.category(id) }))}
        onChange={(category?: string) => onChange({ ...filter, category: category ?? null })}
      />
      <Select<string>
        allowClear
        className={styles.choice ?? ""}
        popupMatchSelectWidth={false}
        showSearch
        aria-label={t("classification.filter.tag")}
        placeholder={t("classification.filter.tag")}
        {...(filter.tag === null ? {} : { value: filter.tag })}
        options={tags.map((tag) => ({ value: tag, label: tag }))}
        onChange={(tag?: string) => onChange({ ...filter, tag: tag ?? null })}
      />
      <Segmented<RuleView>
        aria-label={t("classification.filter.label")}
        value={filter.view}
        options={views.map(({ value, count }) => ({
          value,
          label: label(value, count),
          disabled: value !== "all" && value !== filter.view && (count ?? 0) === 0,
        }))}
        onChange={(view) => onChange({ ...filter, view })}
      />
      <span className={styles.count} role="status">
        {shown === total
          ? t("classification.count", { count: total })
          : t("classification.shown", { shown, total })}
      </span>
    </search>
  );
});
