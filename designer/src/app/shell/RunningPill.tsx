/** A campaign in force, on every page: what overrides the house, how long yet, and the way back. */
import { ThunderboltFilled } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { mayPublish, meQuery } from "../../client/session.ts";
import { formatDuration } from "../../format/duration.ts";
import { EndButton } from "../../pages/campaigns/actions/EndButton.tsx";
import { useRunningCampaigns } from "../../pages/campaigns/list/use-running-campaigns.ts";
import { useNow } from "../../ui/use-now.ts";
import styles from "./shell.module.css";

/** The one that ends first; the campaigns page shows all. */
export function RunningPill() {
  const { t } = useTranslation();
  const publisher = mayPublish(useQuery(meQuery).data);
  const running = useRunningCampaigns();
  const [first] = [...running].sort((a, b) => a.standing.span.until - b.standing.span.until);
  if (!first) return null;
  const { campaign, standing } = first;
  return (
    <span className={styles.running}>
      <Link to={`/campaigns/${campaign.key}`} title={campaign.name}>
        <ThunderboltFilled aria-hidden />
        <span>{campaign.name}</span>
        <Left until={standing.span.until} />
      </Link>
      {running.length > 1 ? (
        <Link to="/campaigns" aria-label={t("shell.nav.campaigns")}>
          +{running.length - 1}
        </Link>
      ) : null}
      {publisher ? <EndButton campaign={campaign} standing={standing} plain /> : null}
    </span>
  );
}

function Left({ until }: { until: number }) {
  const { t } = useTranslation();
  const now = useNow();
  return <b className="num">{t("campaign.left", { length: formatDuration(Math.max(0, until - now), t) })}</b>;
}
