/** The arithmetic of each clock: target, tiers it came from, calendar, elapsed, due. */
import type { ClockDecision, OverlayRef, SlaDecision } from "@sluice/schemas";
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
          <ClockGrounds clock={clock} policy={decision.ref.key} context={context} />
        </li>
      ))}
    </ul>
  );
}

interface ClockGroundsProps {
  readonly clock: ClockDecision;
  /** The key of the policy that decided. */
  readonly policy: string;
  readonly context: SentenceContext;
}

/** A campaign with its phase, as people call them. */
const overlayName = ({ campaign, phase }: OverlayRef, { names }: SentenceContext): string =>
  `${names.document("campaign", campaign)} / ${names.phase(campaign, phase)}`;

function ClockGrounds({ clock, policy, context }: ClockGroundsProps) {
  const { t } = useTranslation();
  const { names } = context;
  const tiers = clock.tiers.map((tier) => names.tier(policy, tier)).join(" × ");
  const grounds = [
    ...(tiers === "" ? [] : [t("why.sla.tier", { tiers })]),
    t("why.sla.calendar", { calendar: names.document("calendar", clock.calendar) }),
    t("why.sla.elapsed", { elapsed: formatOpenTime(clock.elapsedMs, t) }),
    ...(clock.overlay ? [t("why.campaign", { campaign: overlayName(clock.overlay, context) })] : []),
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
