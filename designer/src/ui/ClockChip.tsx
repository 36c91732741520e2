/** A clock in a list: ring and what is left, counting live. */
import { useTranslation } from "react-i18next";
import type { ClockView } from "../client/types.ts";
import { clockFace } from "./clock-face.ts";
import { SlaRing } from "./SlaRing.tsx";
import styles from "./ui.module.css";
import { useNow } from "./use-now.ts";

export function ClockChip({ clock, receivedAt }: { clock: ClockView; receivedAt: number }) {
  const { t } = useTranslation();
  const face = clockFace(clock, receivedAt, useNow(), t);
  return (
    <span className={styles.chip} data-tone={face.tone} title={t(`words.metric.${clock.metric}`)}>
      <SlaRing share={face.share} tone={face.tone} striped={face.striped} size={16} />
      <span className="visually-hidden">{t(`words.metric.${clock.metric}`)}</span>
      {face.text}
    </span>
  );
}
