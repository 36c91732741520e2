/** Which shifts somebody works; a tick takes effect at once. */
import { useQueryClient } from "@tanstack/react-query";
import { App, Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import type { AgentView, Items } from "../../../client/types.ts";
import { agentsQuery } from "../../../client/workspace.ts";
import { inLanguage } from "../../../explain/names.ts";
import { errorText } from "../../../ui/error-text.ts";
import { changeAgent } from "../change-agent.ts";
import { type House, useRefreshPeople } from "../use-people.ts";
import styles from "./shifts.module.css";
import { withShift } from "./week.ts";

export function AssignShifts({ house, agent }: { house: House; agent: AgentView }) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const refresh = useRefreshPeople();
  const toggle = async (shift: string, works: boolean) => {
    const change = withShift(shift, works);
    client.setQueryData<Items<AgentView>>(agentsQuery.queryKey, (now) =>
      now === undefined
        ? now
        : { ...now, items: now.items.map((one) => (one.id === agent.id ? { ...one, ...change(one) } : one)) },
    );
    try {
      await changeAgent(agent.id, change);
    } catch (error) {
      void message.error(errorText(error, t, i18n.language), 6);
    } finally {
      await refresh();
    }
  };
  return (
    <div className={styles.assign}>
      {house.shifts.map(({ key, label, start, end }) => (
        <Checkbox
          key={key}
          checked={agent.shifts?.includes(key) ?? false}
          onChange={({ target }) => void toggle(key, target.checked)}
        >
          {inLanguage(label, i18n.language)}{" "}
          <small className="num">{t("people.shifts.time", { start, end })}</small>
        </Checkbox>
      ))}
      <small>{t("people.shifts.assignHint")}</small>
    </div>
  );
}
