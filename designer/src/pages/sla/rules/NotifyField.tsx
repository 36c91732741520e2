/** Whom a reminder tells: roles, groups, single agents. */
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useVocabulary } from "../../../conditions/vocabulary-context.tsx";
import { inLanguage } from "../../../explain/names.ts";
import styles from "./rules.module.css";

const roles = ["assignee", "lead", "director"] as const;

export interface NotifyFieldProps {
  readonly value: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (value: string[]) => void;
}

export function NotifyField({ value, disabled, onChange }: NotifyFieldProps) {
  const { t, i18n } = useTranslation();
  const { groups, agents } = useVocabulary();
  const options = [
    ...roles.map((role) => ({ value: role as string, label: t(`sla.reminders.${role}`) })),
    ...groups.map(({ key, label }) => ({
      value: `group:${key}`,
      label: t("sla.reminders.group", { name: inLanguage(label, i18n.language) }),
    })),
    ...agents.map(({ id, name }) => ({ value: `agent:${id}`, label: t("sla.reminders.agent", { name }) })),
  ];
  return (
    <Select
      mode="multiple"
      size="small"
      className={styles.notify ?? ""}
      disabled={disabled}
      aria-label={t("sla.reminders.notify")}
      showSearch={{ optionFilterProp: "label" }}
      value={[...value]}
      options={options}
      onChange={onChange}
    />
  );
}
