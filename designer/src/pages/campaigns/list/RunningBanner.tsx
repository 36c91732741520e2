/** The campaigns in force: which phase, how long yet, and the way back. */
import { ThunderboltFilled } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Campaign } from "../../../client/campaigns.ts";
import { mayPublish, meQuery } from "../../../client/session.ts";
import { phaseName, phaseOf } from "../../../editor/campaign/find.ts";
import type { Standing } from "../../../editor/campaign/standing.ts";
import { formatDuration } from "../../../format/duration.ts";
import { useInstantText } from "../../../ui/Instant.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { EndButton } from "../actions/EndButton.tsx";
import { ExtendButton } from "../actions/ExtendButton.tsx";
import styles from "./banner.module.css";
import { useRunningCampaigns } from "./use-running-campaigns.ts";

/** `only` shows one campaign, on its own page. */
export function RunningBanner({ only }: { only?: string }) {
  const running = useRunningCampaigns().filter(({ campaign }) => only === undefined || campaign.key === only);
  return running.map(({ campaign, standing }) => (
    <BannerLine key={campaign.key} campaign={campaign} standing={standing} />
  ));
}

function BannerLine({ campaign, standing }: { campaign: Campaign; standing: Standing }) {
  const { t } = useTranslation();
  const me = useQuery(meQuery).data;
  const instantText = useInstantText();
  const { key, name, spec } = campaign;
  const phases = standing.phases.flatMap((id) => phaseOf(spec, id) ?? []);
  const { until } = standing.span;
  return (
    <section className={styles.banner} aria-label={t("campaign.banner.label", { name })}>
      <ThunderboltFilled className={styles.icon ?? ""} aria-hidden />
      <Link to={`/campaigns/${key}`} className={styles.name ?? ""}>
        {name}
      </Link>
      <span className={styles.phase}>{phases.map(phaseName).join(" · ")}</span>
      <span className={styles.left}>
        <Countdown until={until} />
        <span className={styles.until}>{t("campaign.banner.until", { until: instantText(until) })}</span>
      </span>
      {mayPublish(me) ? (
        <span className={styles.actions}>
          <ExtendButton campaign={campaign} />
          <EndButton campaign={campaign} standing={standing} />
        </span>
      ) : null}
    </section>
  );
}

/** `还剩 1 小时 59 分`, counted down. */
export function Countdown({ until }: { until: number }) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <strong className="num">
      {t("campaign.left", { length: formatDuration(Math.max(0, until - now), t) })}
    </strong>
  );
}
