/** When a reminder fires: before due, when due, after due, or at a share of the target. */
import { InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { DurationField } from "./DurationField.tsx";
import { type FieldProps, labelsOf } from "./field-props.ts";
import styles from "./fields.module.css";
import { parseReminderAt, type ReminderAt, withReminderKind, writeReminderAt } from "./reminder-at.ts";

const kinds = ["before", "at", "after", "share"] as const;

export function ReminderAtField(props: FieldProps<string>) {
  const { value, onChange, size = "middle", disabled = false } = props;
  const { t } = useTranslation();
  const at = parseReminderAt(value);
  const change = (next: ReminderAt) => onChange(writeReminderAt(next));
  return (
    <span className={styles.row}>
      <Select<ReminderAt["kind"]>
        aria-label={t("fields.reminder.kind")}
        {...labelsOf(props)}
        size={size}
        className={styles.reminder ?? ""}
        status={at === undefined ? "error" : ""}
        value={at?.kind ?? null}
        options={kinds.map((kind) => ({ value: kind, label: t(`fields.reminder.${kind}`) }))}
        onChange={(kind) => change(withReminderKind(at, kind))}
      />
      {at?.kind === "share" ? (
        <InputNumber<number>
          aria-label={t("fields.reminder.percent")}
          size={size}
          disabled={disabled}
          min={0}
          max={999}
          suffix="%"
          value={at.percent}
          onChange={(percent) =>
            percent !== null && change({ kind: "share", percent: Math.round(percent * 100) / 100 })
          }
        />
      ) : null}
      {at?.kind === "before" || at?.kind === "after" ? (
        <DurationField
          aria-label={t("fields.reminder.length")}
          size={size}
          disabled={disabled}
          compact
          value={at.length}
          onChange={(length) => length !== undefined && change({ kind: at.kind, length })}
        />
      ) : null}
    </span>
  );
}
