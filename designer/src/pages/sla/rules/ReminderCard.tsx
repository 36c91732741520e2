/** One reminder, edited in place. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from "@ant-design/icons";
import { type SlaReminder, slaMetrics } from "@sluice/schemas";
import { Button, Checkbox, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ReminderAtField } from "../../../fields/ReminderAtField.tsx";
import { NotifyField } from "./NotifyField.tsx";
import { withoutUndefined } from "./reminder-change.ts";
import styles from "./rules.module.css";

export interface ReminderCardProps {
  readonly reminder: SlaReminder;
  readonly place: number;
  readonly total: number;
  readonly readOnly: boolean;
  readonly onChange: (next: SlaReminder) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

type Card = NonNullable<SlaReminder["card"]> | "none";

export function ReminderCard(props: ReminderCardProps) {
  const { reminder, place, readOnly, onChange } = props;
  const { t } = useTranslation();
  const change = (part: { readonly [K in keyof SlaReminder]?: SlaReminder[K] | undefined }) =>
    onChange(withoutUndefined({ ...reminder, ...part }));
  return (
    <li
      className={styles.reminder}
      data-card={reminder.card}
      aria-label={t("sla.reminders.label", { place: place + 1 })}
    >
      <div className={styles.line}>
        <Select<Card>
          size="small"
          className={styles.cardKind ?? ""}
          disabled={readOnly}
          aria-label={t("sla.reminders.card")}
          value={reminder.card ?? "none"}
          onChange={(card) => change({ card: card === "none" ? undefined : card })}
          options={[
            { value: "yellow", label: t("sla.reminders.yellow") },
            { value: "red", label: t("sla.reminders.red") },
            { value: "none", label: t("sla.reminders.cardNone") },
          ]}
        />
        <Select
          size="small"
          className={styles.metricKind ?? ""}
          disabled={readOnly}
          aria-label={t("sla.reminders.metric")}
          value={reminder.metric}
          onChange={(metric) => change({ metric })}
          options={[
            { value: "*" as const, label: t("sla.reminders.every") },
            ...slaMetrics.map((metric) => ({ value: metric, label: t(`words.metric.${metric}`) })),
          ]}
        />
        <span className={styles.at}>
          <ReminderAtField
            size="small"
            disabled={readOnly}
            aria-label={t("sla.reminders.at")}
            value={reminder.at}
            onChange={(at) => change({ at })}
          />
        </span>
        <Otherwise
          reminder={reminder}
          readOnly={readOnly}
          onChange={(otherwise) => change({ else: otherwise })}
        />
      </div>
      <div className={styles.line}>
        <span className={styles.term}>{t("sla.reminders.notify")}</span>
        <NotifyField
          value={reminder.notify ?? []}
          disabled={readOnly}
          onChange={(notify) => change({ notify })}
        />
        <Checkbox
          disabled={readOnly}
          checked={reminder.escalate ?? false}
          onChange={({ target }) => change({ escalate: target.checked ? true : undefined })}
        >
          <span title={t("sla.reminders.escalate")}>{t("sla.reminders.escalateShort")}</span>
        </Checkbox>
        <CardTools {...props} />
      </div>
    </li>
  );
}

interface OtherwiseProps {
  readonly reminder: SlaReminder;
  readonly readOnly: boolean;
  readonly onChange: (otherwise: string | undefined) => void;
}

/** What is used where the moment would come before the clock; only moments before the due need it. */
function Otherwise({ reminder, readOnly, onChange }: OtherwiseProps) {
  const { t } = useTranslation();
  const { at, else: otherwise } = reminder;
  if (!at.startsWith("-") && otherwise === undefined) return null;
  return (
    <span className={styles.otherwise} title={t("sla.reminders.otherwiseHint")}>
      <span className={styles.term}>{t("sla.reminders.otherwise")}</span>
      <Select
        size="small"
        disabled={readOnly}
        aria-label={t("sla.reminders.otherwise")}
        value={otherwise ?? ""}
        onChange={(next) => onChange(next === "" ? undefined : next)}
        options={[
          { value: "", label: t("sla.reminders.otherwiseNone") },
          ...[...new Set(["50%", "75%", "90%", ...(otherwise === undefined ? [] : [otherwise])])].map(
            (value) => ({
              value,
              label: value,
            }),
          ),
        ]}
      />
    </span>
  );
}

function CardTools({ place, total, readOnly, onMove, onRemove }: ReminderCardProps) {
  const { t } = useTranslation();
  if (readOnly) return null;
  return (
    <span className={styles.tools}>
      <Button
        type="text"
        size="small"
        icon={<ArrowUpOutlined />}
        disabled={place === 0}
        aria-label={t("sla.reminders.up")}
        onClick={() => onMove(place - 1)}
      />
      <Button
        type="text"
        size="small"
        icon={<ArrowDownOutlined />}
        disabled={place === total - 1}
        aria-label={t("sla.reminders.down")}
        onClick={() => onMove(place + 1)}
      />
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={t("sla.reminders.remove")}
        onClick={onRemove}
      />
    </span>
  );
}
