/** All campaigns on one real time axis: what each overrides, how it stands, and what can be done with it. */
import { useTranslation } from "react-i18next";
import { spanOf } from "../../../editor/campaign/instants.ts";
import { useZone } from "../../../ui/Instant.tsx";
import { useNowEvery } from "../../../ui/use-now.ts";
import { AxisHead, AxisLines } from "../axis/AxisHead.tsx";
import { type Axis, listSpan } from "../axis/axis.ts";
import { useWidth } from "../axis/use-width.ts";
import { CampaignRow } from "./CampaignRow.tsx";
import styles from "./list.module.css";
import { type CampaignEntry, shownOf } from "./use-campaigns.ts";

const minute = 60_000;

export function CampaignTimeline({ entries }: { entries: readonly CampaignEntry[] }) {
  const { t } = useTranslation();
  const zone = useZone();
  const now = useNowEvery(minute);
  const [ref, width] = useWidth();
  const spans = entries
    .filter(({ standing }) => standing.state === "running" || standing.state === "scheduled")
    .map((entry) => spanOf(shownOf(entry).spec));
  const axis: Axis = { ...listSpan(spans, now, zone), width, zone };
  return (
    <section className={styles.timeline} aria-label={t("campaign.list.timeline")}>
      <div className={styles.headRow}>
        <span>{t("campaign.list.campaign")}</span>
        <div ref={ref}>{width > 0 ? <AxisHead axis={axis} /> : null}</div>
        <span className={styles.actionsHead}>{t("campaign.list.actions")}</span>
      </div>
      <ul className={styles.rows}>
        {entries.map((entry) => (
          <CampaignRow key={entry.drawn.key} entry={entry} axis={axis} />
        ))}
        <li className={styles.overlay} aria-hidden="true">
          {width > 0 ? <AxisLines axis={axis} now={now} /> : null}
        </li>
      </ul>
    </section>
  );
}
