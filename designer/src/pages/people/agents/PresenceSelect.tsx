/** Whether somebody takes tickets; changed in place. */
import type { Presence } from "@sluice/schemas";
import { App, Select } from "antd";
import { useTranslation } from "react-i18next";
import { putPresence } from "../../../client/people.ts";
import type { AgentView } from "../../../client/types.ts";
import { presenceList } from "../../../client/vocabulary.ts";
import { errorText } from "../../../ui/error-text.ts";
import styles from "../people.module.css";
import { useRefreshPeople } from "../use-people.ts";

export interface PresenceSelectProps {
  readonly agent: AgentView;
  readonly disabled: boolean;
}

/** A dot and the word: never the colour alone. */
export function PresenceMark({ presence }: { presence: Presence }) {
  const { t } = useTranslation();
  return (
    <span className={styles.presence}>
      <span className={styles.dot} data-presence={presence} aria-hidden="true" />
      {t(`words.presence.${presence}`)}
    </span>
  );
}

export function PresenceSelect({ agent, disabled }: PresenceSelectProps) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const refresh = useRefreshPeople();
  const change = (presence: Presence) => {
    putPresence(agent.id, presence).then(refresh, (error: unknown) => {
      void message.error(errorText(error, t, i18n.language), 6);
    });
  };
  if (disabled) return <PresenceMark presence={agent.presence} />;
  return (
    <Select
      size="small"
      variant="borderless"
      className={styles.presenceSelect ?? ""}
      aria-label={t("people.agents.presenceOf", { name: agent.name })}
      value={agent.presence}
      popupMatchSelectWidth={false}
      options={presenceList.map((value) => ({ value, label: <PresenceMark presence={value} /> }))}
      onChange={change}
    />
  );
}
