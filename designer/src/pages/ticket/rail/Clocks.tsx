/** The ticket's clocks, most urgent first; finished ones fold into one line. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClockView, Ticket } from "../../../client/types.ts";
import type { Names } from "../../../explain/names.ts";
import { useDecisionNames } from "../../../explain/use-decision-names.ts";
import { formatTarget } from "../../../format/duration.ts";
import { byUrgency } from "../../../format/sla-remaining.ts";
import { clockFace } from "../../../ui/clock-face.ts";
import { useInstantText } from "../../../ui/Instant.tsx";
import { SlaRing } from "../../../ui/SlaRing.tsx";
import { useNow } from "../../../ui/use-now.ts";
import styles from "./rail.module.css";

const isFinished = ({ state }: ClockView): boolean =>
  state === "met" || state === "missed" || state === "cancelled";

export function Clocks({ ticket, receivedAt }: { ticket: Ticket; receivedAt: number }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const clocks = byUrgency(Object.values(ticket.sla).filter((clock) => clock !== undefined));
  const finished = clocks.filter(isFinished);
  const running = clocks.filter((clock) => !isFinished(clock));
  const shown = all || running.length === 0 ? clocks : running;
  if (clocks.length === 0) return <p className={styles.none}>{t("ticket.rail.noClocks")}</p>;
  return (
    <>
      <ul className={styles.clocks}>
        {shown.map((clock) => (
          <ClockCard key={clock.metric} clock={clock} receivedAt={receivedAt} />
        ))}
      </ul>
      {shown.length < clocks.length ? (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {t("ticket.rail.finished", { count: finished.length })}
        </button>
      ) : null}
    </>
  );
}

function ClockCard({ clock, receivedAt }: { clock: ClockView; receivedAt: number }) {
  const { t } = useTranslation();
  const face = clockFace(clock, receivedAt, useNow(), t);
  return (
    <li className={styles.clock} data-card={isFinished(clock) ? undefined : clock.card} data-tone={face.tone}>
      <SlaRing share={face.share} tone={face.tone} striped={face.striped} size={36} />
      <div>
        <p className={styles.metric}>
          {t(`words.metric.${clock.metric}`)}
          <ClockCorner clock={clock} />
        </p>
        <p className={styles.left}>
          <strong>{face.text}</strong>
          <TargetText clock={clock} />
        </p>
        <ClockNote clock={clock} />
      </div>
    </li>
  );
}

/** The card in words, for those who do not see the corner's colour. */
function ClockCorner({ clock }: { clock: ClockView }) {
  const { t } = useTranslation();
  if (clock.card === undefined || isFinished(clock)) return null;
  const times = clock.redCards === undefined ? "" : ` ×${clock.redCards}`;
  return (
    <span className={styles.card} data-again={times !== ""}>
      {t(`words.clock.${clock.card}`)}
      {times}
    </span>
  );
}

function TargetText({ clock }: { clock: ClockView }) {
  const { t } = useTranslation();
  const instant = useInstantText();
  const isInstant = clock.metric === "platformDue";
  const length = isInstant ? instant(clock.due) : formatTarget(clock.target, t);
  return <span> · {t("words.clock.target", { length })}</span>;
}

/** Where the target is from: its tiers (`vip+standard`), or the phase (`double11/peak`) of a campaign that gave it. */
function clockOrigin({ tier }: ClockView, names: Names): string {
  const [campaign = "", phase] = tier.split("/");
  if (phase !== undefined) return names.phase(campaign, phase);
  return tier
    .split("+")
    .map((each) => names.tier("", each))
    .join(" + ");
}

function ClockNote({ clock }: { clock: ClockView }) {
  const { t } = useTranslation();
  const names = useDecisionNames();
  const instant = useInstantText();
  if (clock.state === "paused") {
    const reason = clock.pausedReason ?? "";
    const status = (["pending_customer", "on_hold", "resolved"] as const).find((name) => name === reason);
    const text = status ? t(`words.status.${status}`) : reason;
    return (
      <small>{text === "" ? t("words.clock.paused") : t("words.clock.pausedFor", { reason: text })}</small>
    );
  }
  const origin = clockOrigin(clock, names);
  const campaign = clock.campaign
    ? [t("why.campaign", { campaign: names.document("campaign", clock.campaign) })]
    : [];
  const due = t("words.clock.due", { instant: instant(clock.due) });
  return <small>{[due, ...(origin === "" ? [] : [origin]), ...campaign].join(" · ")}</small>;
}
