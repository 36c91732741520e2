/** The arithmetic of each clock: target, tiers it came from, calendar, elapsed, due. */
import type { ClockDecision, SlaDecision } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import { formatOpenTime } from "../../format/duration.ts";
import { clockSentence } from "../decision-sentence.ts";
import type { SentenceContext } from "../sentence-context.ts";
import styles from "./why.module.css";

export function SlaGrounds({ decision, context }: { decision: SlaDecision; context: SentenceContext }) {
  return (
    <ul className={styles.tree}>
      {decision.clocks.map((clock) => (
        <li key={`${clock.clock}-${clock.change}`}>
          <p className={styles.rule}>
            <strong>{clockSentence(clock, context)}</strong>
          </p>
          <ClockGrounds clock={clock} />
        </li>
      ))}
    </ul>
  );
}

function ClockGrounds({ clock }: { clock: ClockDecision }) {
  const { t } = useTranslation();
  const grounds = [
    t("why.sla.tier", { tiers: clock.tiers.join(" × ") }),
    t("why.sla.calendar", { calendar: clock.calendar }),
    t("why.sla.elapsed", { elapsed: formatOpenTime(clock.elapsedMs, t) }),
    ...(clock.overlay
      ? [t("why.campaign", { campaign: `${clock.overlay.campaign} / ${clock.overlay.phase}` })]
      : []),
    ...(clock.reason ? [t("why.sla.reason", { reason: clock.reason })] : []),
  ];
  return (
    <ul className={styles.grounds}>
      {grounds.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
