/** What a link from another page asked for, each as a chip that can be taken away. */
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useInstantText } from "../../ui/Instant.tsx";
import type { FilterBarProps } from "./FilterBar.tsx";
import { anyDue, type LimitFilter, limitFilters } from "./ticket-filter.ts";

export function LimitChips({ filter, onChange }: Pick<FilterBarProps, "filter" | "onChange">) {
  const { t } = useTranslation();
  const instantText = useInstantText();
  const textOf = (name: LimitFilter, value: string): string => {
    if (name === "dueBefore" && value === anyDue) return t("tickets.limit.anyDue");
    if (name === "workflow") return t("tickets.limit.workflow", { value });
    if (name === "breached" || name === "waiting" || name === "incident")
      return t(`tickets.limit.${name}.${value === "true" ? "yes" : "no"}`);
    return t(`tickets.limit.${name}`, { value: instantText(value) });
  };
  const without = (name: LimitFilter) =>
    onChange({ limits: Object.fromEntries(Object.entries(filter.limits).filter(([each]) => each !== name)) });
  return limitFilters.map((name) => {
    const value = filter.limits[name];
    return value === undefined ? null : (
      <Tag key={name} closable={{ "aria-label": t("tickets.limit.remove") }} onClose={() => without(name)}>
        {textOf(name, value)}
      </Tag>
    );
  });
}
