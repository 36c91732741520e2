/** The reminders of a policy: when a card is shown, and who is told. */
import { PlusOutlined } from "@ant-design/icons";
import type { SlaReminder } from "@sluice/schemas";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { DrawingProps } from "../../../document/drawing.ts";
import {
  addReminder,
  moveReminder,
  removeReminder,
  setReminder,
} from "../../../editor/sla/reminder-commands.ts";
import { freshId } from "../../../editor/sla/tier.ts";
import { ReminderCard } from "./ReminderCard.tsx";
import styles from "./rules.module.css";

/** What a new reminder begins as. */
const fresh = (reminders: readonly SlaReminder[]): SlaReminder => ({
  id: freshId("reminder", reminders),
  metric: "*",
  at: "-PT30M",
  else: "75%",
  card: "yellow",
  notify: ["assignee"],
});

export function Reminders({ document, execute, readOnly }: DrawingProps<"sla">) {
  const { t } = useTranslation();
  const reminders = document.spec.reminders ?? [];
  return (
    <section className={styles.card} aria-labelledby="sla-reminders">
      <header className={styles.head}>
        <h2 id="sla-reminders">{t("sla.reminders.title")}</h2>
        <span>{t("sla.reminders.hint")}</span>
        {readOnly ? null : (
          <Button size="small" icon={<PlusOutlined />} onClick={() => execute(addReminder(fresh(reminders)))}>
            {t("sla.reminders.add")}
          </Button>
        )}
      </header>
      {reminders.length === 0 ? <p className={styles.none}>{t("sla.reminders.none")}</p> : null}
      <ol className={styles.list}>
        {reminders.map((reminder, index) => (
          <ReminderCard
            key={reminder.id}
            reminder={reminder}
            place={index}
            total={reminders.length}
            readOnly={readOnly}
            onChange={(next) => execute(setReminder(next))}
            onMove={(to) => execute(moveReminder(reminder.id, to))}
            onRemove={() => execute(removeReminder(reminder.id))}
          />
        ))}
      </ol>
    </section>
  );
}
