/** What pauses which clock, how long a pause may last, and whose reply is an answer. */
import { Radio } from "antd";
import { useTranslation } from "react-i18next";
import type { DrawingProps } from "../../../document/drawing.ts";
import { setMaxPause, setStopsOn } from "../../../editor/sla/policy-commands.ts";
import { DurationField } from "../../../fields/DurationField.tsx";
import { PauseGrid } from "./PauseGrid.tsx";
import styles from "./rules.module.css";

export function Rules(props: DrawingProps<"sla">) {
  const { document, execute, readOnly } = props;
  const { t } = useTranslation();
  const { maxPause, stopsOn = "human" } = document.spec;
  return (
    <section className={styles.card} aria-labelledby="sla-rules">
      <header className={styles.head}>
        <h2 id="sla-rules">{t("sla.rules.title")}</h2>
        <span>{t("sla.rules.pausesHint")}</span>
      </header>
      <PauseGrid {...props} />
      <div className={styles.settings}>
        <label className={styles.setting} htmlFor="sla-max-pause" title={t("sla.rules.maxPauseHint")}>
          <span>{t("sla.rules.maxPause")}</span>
        </label>
        <DurationField
          id="sla-max-pause"
          size="small"
          compact
          optional
          disabled={readOnly}
          aria-label={t("sla.rules.maxPause")}
          placeholder={t("sla.rules.unlimited")}
          value={maxPause}
          onChange={(next) => execute(setMaxPause(next))}
        />
        <span className={styles.setting} id="sla-stops-on">
          {t("sla.rules.stopsOn")}
        </span>
        <Radio.Group
          size="small"
          aria-labelledby="sla-stops-on"
          disabled={readOnly}
          value={stopsOn}
          onChange={({ target }) => execute(setStopsOn(target.value === "any" ? "any" : "human"))}
          options={[
            { value: "human", label: t("sla.rules.human") },
            { value: "any", label: t("sla.rules.any") },
          ]}
        />
      </div>
      <p className={styles.foot}>{t("sla.rules.platform")}</p>
    </section>
  );
}
