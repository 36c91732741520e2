/** What holds for the whole policy: the fallback, what counts as load, and tickets of those who left. */
import { ticketStatuses } from "@sluice/schemas";
import { Checkbox, Select } from "antd";
import { useTranslation } from "react-i18next";
import {
  type OnOffline,
  setCountsAsLoad,
  setFallback,
  setOnOffline,
  usualLoad,
} from "../../editor/routing/policy-commands.ts";
import { DurationField } from "../../fields/DurationField.tsx";
import styles from "./routing.module.css";
import { useRoutingEditor } from "./routing-editor.ts";
import { poolName } from "./words.ts";

const answers = ["return", "pool", "keep"] as const;

/** Counted are open tickets; what is done is nobody's load. */
const countable = ticketStatuses.filter((status) => status !== "resolved" && status !== "closed");

export function Rules() {
  const { t } = useTranslation();
  const { document, execute, readOnly } = useRoutingEditor();
  const { spec } = document;
  const counted = spec.countsAsLoad ?? usualLoad;
  return (
    <section className={styles.rules} aria-labelledby="routing-rules">
      <h2 id="routing-rules">{t("routing.rules.title")}</h2>
      <div className={styles.rule}>
        <span id="routing-fallback">{t("routing.rules.fallback")}</span>
        <Select
          aria-labelledby="routing-fallback"
          disabled={readOnly}
          value={spec.fallback.pool}
          options={Object.keys(spec.pools).map((key) => ({ value: key, label: poolName(spec, key) }))}
          onChange={(pool) => execute(setFallback(pool))}
        />
      </div>
      <div className={styles.rule}>
        <span id="routing-load">{t("routing.rules.countsAsLoad")}</span>
        <fieldset aria-labelledby="routing-load" className={styles.statuses}>
          {countable.map((status) => (
            <Checkbox
              key={status}
              disabled={readOnly}
              checked={counted.includes(status)}
              onChange={({ target }) => execute(setCountsAsLoad(status, target.checked))}
            >
              {t(`words.status.${status}`)}
            </Checkbox>
          ))}
        </fieldset>
        <small>{t("routing.rules.countsAsLoadHint")}</small>
      </div>
      <Offline />
    </section>
  );
}

function Offline() {
  const { t } = useTranslation();
  const { document, execute, readOnly } = useRoutingEditor();
  const { onOffline } = document.spec;
  const set = (change: Partial<OnOffline>) =>
    execute(setOnOffline({ after: "PT30M", do: "return", ...onOffline, ...change }));
  return (
    <div className={styles.rule}>
      <span id="routing-offline">{t("routing.rules.onOffline")}</span>
      <div className={styles.offline}>
        <DurationField
          days="elapsed"
          disabled={readOnly || onOffline === undefined}
          aria-label={t("routing.rules.after")}
          placeholder={t("routing.rules.onOfflineKeep")}
          value={onOffline?.after}
          onChange={(after) => after !== undefined && set({ after })}
        />
        <Select
          aria-labelledby="routing-offline"
          disabled={readOnly}
          value={onOffline?.do ?? "keep"}
          options={answers.map((value) => ({ value, label: t(`routing.rules.do.${value}`) }))}
          onChange={(answer) => (answer === "keep" ? execute(setOnOffline(undefined)) : set({ do: answer }))}
        />
      </div>
    </div>
  );
}
