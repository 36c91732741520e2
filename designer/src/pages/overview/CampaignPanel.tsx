/** Campaigns in force, to come, and those kept for an evening on which the queue runs over; what customers are told. */
import { NotificationOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Overview } from "../../client/overview.ts";
import { mayPublish, meQuery } from "../../client/session.ts";
import { announcementsQuery } from "../../client/workspace.ts";
import { isEmergency } from "../../editor/campaign/standing.ts";
import { useNowEvery } from "../../ui/use-now.ts";
import { StartButton } from "../campaigns/actions/StartButton.tsx";
import { standingText } from "../campaigns/list/standing-text.ts";
import { type CampaignEntry, useCampaigns } from "../campaigns/list/use-campaigns.ts";
import styles from "./overview.module.css";

/** In force, to come, or ready for an emergency. */
const isShown = ({ planned, standing }: CampaignEntry): boolean =>
  standing.state === "running" || standing.state === "scheduled" || isEmergency(planned.spec, standing);

export function CampaignPanel({ overview }: { overview: Overview }) {
  const { t } = useTranslation();
  const publisher = mayPublish(useQuery(meQuery).data);
  const { entries } = useCampaigns();
  const now = useNowEvery(1_000);
  const shown = (entries ?? []).filter(isShown);
  return (
    <section className={styles.panel} aria-labelledby="overview-campaigns">
      <header>
        <h2 id="overview-campaigns">{t("overview.campaigns.title")}</h2>
        <Link to="/campaigns">{t("overview.campaigns.door")}</Link>
      </header>
      {entries && shown.length === 0 ? <p className={styles.none}>{t("overview.campaigns.none")}</p> : null}
      <ul className={styles.campaigns}>
        {shown.map((entry) => {
          const { drawn, planned, standing } = entry;
          const phase = overview.campaigns.find(({ key }) => key === drawn.key)?.phase;
          const ready = isEmergency(planned.spec, standing) && standing.state !== "running";
          return (
            <li key={drawn.key} data-state={standing.state}>
              <Link to={`/campaigns/${drawn.key}`}>{drawn.name}</Link>
              <span>
                {ready ? t("overview.campaigns.ready") : standingText(standing, now, t)}
                {phase && standing.state === "running" ? ` · ${phase.name || phase.id}` : ""}
              </span>
              {publisher && ready ? <StartButton campaign={planned} /> : null}
            </li>
          );
        })}
      </ul>
      <Announcements />
    </section>
  );
}

function Announcements() {
  const { t, i18n } = useTranslation();
  const items = useQuery(announcementsQuery).data?.items ?? [];
  const texts = items
    .map(({ announcement: { "zh-CN": zh = "", en = "" } }) =>
      i18n.language.startsWith("zh") ? zh || en : en || zh,
    )
    .filter(Boolean);
  return (
    <div className={styles.announcement}>
      <NotificationOutlined aria-hidden />
      <span>{texts.length > 0 ? texts.join(" · ") : t("overview.campaigns.noAnnouncement")}</span>
    </div>
  );
}
