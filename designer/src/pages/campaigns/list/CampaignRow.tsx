/** One campaign of the list: name and state, what it overrides, its phases as bars, its actions. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Campaign } from "../../../client/campaigns.ts";
import { mayPublish, meQuery } from "../../../client/session.ts";
import { effectsOf } from "../../../editor/campaign/effects.ts";
import { phaseName } from "../../../editor/campaign/find.ts";
import { spanOf } from "../../../editor/campaign/instants.ts";
import { isEmergency, type Standing } from "../../../editor/campaign/standing.ts";
import { formatDuration } from "../../../format/duration.ts";
import { useInstantText } from "../../../ui/Instant.tsx";
import { useNowEvery } from "../../../ui/use-now.ts";
import { EndButton } from "../actions/EndButton.tsx";
import { ExtendButton } from "../actions/ExtendButton.tsx";
import { StartButton } from "../actions/StartButton.tsx";
import { type Axis, barOf, placeOf } from "../axis/axis.ts";
import { CampaignMenu } from "./CampaignMenu.tsx";
import styles from "./list.module.css";
import { standingText } from "./standing-text.ts";
import { type CampaignEntry, shownOf } from "./use-campaigns.ts";

export interface CampaignRowProps {
  readonly entry: CampaignEntry;
  readonly axis: Axis;
}

export function CampaignRow({ entry, axis }: CampaignRowProps) {
  const { t } = useTranslation();
  const now = useNowEvery(1_000);
  const { drawn, standing } = entry;
  const shown = shownOf(entry);
  const ready = isEmergency(entry.planned.spec, standing) && standing.state !== "running";
  return (
    <li className={styles.row} data-state={standing.state}>
      <div className={styles.who}>
        <Link to={`/campaigns/${drawn.key}`}>{drawn.name}</Link>
        <span className={styles.state}>
          <i aria-hidden="true" />
          {ready ? t("overview.campaigns.ready") : standingText(standing, now, t)}
        </span>
        <EffectChips campaign={drawn} />
      </div>
      <div className={styles.track}>
        <Bars campaign={shown} axis={axis} standing={standing} ready={ready} />
      </div>
      <RowActions entry={entry} />
    </li>
  );
}

function RowActions({ entry }: { entry: CampaignEntry }) {
  const publisher = mayPublish(useQuery(meQuery).data);
  const { planned, live, standing } = entry;
  const running = standing.state === "running";
  return (
    <div className={styles.actions}>
      {publisher && live && running ? (
        <>
          <ExtendButton campaign={live} />
          <EndButton campaign={live} standing={standing} />
        </>
      ) : null}
      {publisher && !running ? <StartButton campaign={planned} /> : null}
      <CampaignMenu entry={entry} />
    </div>
  );
}

/** What it overrides, as few words as will do. */
function EffectChips({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation();
  const { targets, rules, routes, capacity, members, workflows, announcement } = effectsOf(
    campaign.spec.phases,
  );
  const chips = [
    targets > 0 && t("campaign.chips.targets"),
    rules > 0 && t("campaign.chips.rules", { count: rules }),
    routes > 0 && t("campaign.chips.routes", { count: routes }),
    (capacity > 0 || members > 0) && t("campaign.chips.people"),
    workflows.length > 0 && t("campaign.chips.workflows", { count: workflows.length }),
    announcement && t("campaign.chips.announcement"),
  ].filter((chip) => chip !== false);
  return (
    <span className={styles.chips}>
      {chips.map((chip) => (
        <span key={chip}>{chip}</span>
      ))}
    </span>
  );
}

interface BarsProps {
  readonly campaign: Campaign;
  readonly axis: Axis;
  readonly standing: Standing;
  /** Waits for a hand: the instants it was written with say nothing, how long it lasts does. */
  readonly ready: boolean;
}

/** Room that the instants of a campaign need, px. */
const textRoom = 210;

/** Below the bar's beginning, as far left as it must be to be read whole. */
const textPlace = ({ width }: Axis, percent: number): number =>
  Math.max(0, Math.min((percent / 100) * width, width - textRoom));

function Bars({ campaign, axis, standing, ready }: BarsProps) {
  const { t } = useTranslation();
  const instantText = useInstantText();
  const now = useNowEvery(60_000);
  const span = spanOf(campaign.spec);
  const bar = barOf(axis, span);
  const spanText = t("campaign.list.span", { from: instantText(span.from), until: instantText(span.until) });
  if (!bar)
    return (
      <span
        className={styles.outside}
        data-past={!ready && span.until <= axis.from}
        style={ready ? { left: Math.max(8, placeOf(axis, now) + 8) } : undefined}
      >
        {ready ? t("campaign.list.lasts", { length: formatDuration(span.until - span.from, t) }) : spanText}
      </span>
    );
  return (
    <>
      {campaign.spec.phases.map((phase) => {
        const own = barOf(axis, spanOf(phase));
        return own ? (
          <span
            key={phase.id}
            className={styles.bar}
            data-state={standing.state}
            data-now={standing.phases.includes(phase.id)}
            style={{ left: `${own.left}%`, width: `${own.width}%` }}
            title={`${phaseName(phase)} · ${instantText(phase.from)} – ${instantText(phase.until)}`}
          >
            {own.width > 8 ? phaseName(phase) : ""}
          </span>
        ) : null;
      })}
      <span className={styles.spanText} style={{ left: textPlace(axis, bar.left) }}>
        {spanText}
      </span>
    </>
  );
}
