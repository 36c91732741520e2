/** One phase as a bar: its body moves it, its edges change when it begins and ends. */
import type { CampaignPhase } from "@sluice/schemas";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { phaseName } from "../../../editor/campaign/find.ts";
import { spanOf } from "../../../editor/campaign/instants.ts";
import { useInstantText } from "../../../ui/Instant.tsx";
import { type Axis, placeOf, snapStep } from "../axis/axis.ts";
import type { PhaseTimelineProps } from "./PhaseTimeline.tsx";
import styles from "./timeline.module.css";
import { type Part, usePhaseDrag } from "./use-phase-drag.ts";

export interface PhaseRowProps extends PhaseTimelineProps {
  readonly phase: CampaignPhase;
  readonly axis: Axis;
  /** Clocks that each edge would move. */
  readonly counts: { readonly start: number; readonly end: number } | undefined;
}

const day = 86_400_000;
/** What stands beside a bar needs so much room, px. */
const roomOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? 12 : 7), 44);

export function PhaseRow(props: PhaseRowProps) {
  const { phase, axis, selected, onSelect, readOnly } = props;
  const { t } = useTranslation();
  const instantText = useInstantText();
  const { begin, nudge } = usePhaseDrag(props);
  const span = spanOf(phase);
  const left = placeOf(axis, span.from);
  const width = Math.max(4, placeOf(axis, span.until) - left);
  const name = phaseName(phase);
  const [from, until] = [instantText(span.from), instantText(span.until)];
  const keys = (part: Part) => (event: KeyboardEvent) => {
    const sign = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (sign === 0 || readOnly) return;
    event.preventDefault();
    nudge(part, sign * (event.shiftKey ? day : snapStep(axis)), event.altKey);
  };
  const handle = (edge: "from" | "until", label: string) => (
    <button
      type="button"
      className={styles.handle}
      data-edge={edge}
      aria-label={label}
      disabled={readOnly}
      onPointerDown={begin(edge)}
      onKeyDown={keys(edge)}
    />
  );
  return (
    <li className={styles.row} data-selected={phase.id === selected}>
      <div className={styles.phase} data-narrow={width < 28} style={{ left, width }}>
        <button
          type="button"
          className={styles.body}
          aria-label={t("campaign.page.bar", { name, from, until })}
          title={`${from} – ${until}`}
          onClick={() => onSelect(phase.id)}
          onPointerDown={begin("body")}
          onKeyDown={keys("body")}
        >
          {width > 56 ? <span>{name}</span> : null}
        </button>
        {readOnly ? null : (
          <>
            {handle("from", t("campaign.page.edgeFrom", { name, at: from }))}
            {handle("until", t("campaign.page.edgeUntil", { name, at: until }))}
          </>
        )}
      </div>
      <Beside {...props} left={left} right={left + width} text={`${from} – ${until}`} />
    </li>
  );
}

/** The instants of a bar and the clocks that its edges move, on the side where there is room. */
function Beside({
  axis,
  counts,
  left,
  right,
  text,
}: PhaseRowProps & { left: number; right: number; text: string }) {
  const { t } = useTranslation();
  const style = right + roomOf(text) > axis.width ? { right: axis.width - left + 14 } : { left: right + 14 };
  const moved = (counts?.start ?? 0) + (counts?.end ?? 0);
  return (
    <span className={styles.beside} style={style}>
      {text}
      {counts && moved > 0 ? (
        <b
          title={`${t("campaign.impact.start", { count: counts.start })} · ${t("campaign.impact.end", { count: counts.end })}`}
        >
          {moved}
        </b>
      ) : null}
    </span>
  );
}
