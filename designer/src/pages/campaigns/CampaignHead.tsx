/** The whole of a campaign: when it is in force, how it stands, its precedence, and moving everything at once. */
import { useQuery } from "@tanstack/react-query";
import { InputNumber, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { liveCampaignsQuery } from "../../client/campaigns.ts";
import { mayPublish, meQuery } from "../../client/session.ts";
import { spanOf } from "../../editor/campaign/instants.ts";
import { plannedOf } from "../../editor/campaign/planned.ts";
import { standingOf } from "../../editor/campaign/standing.ts";
import { setPrecedence, setWindow } from "../../editor/campaign/window-commands.ts";
import { InstantField } from "../../fields/InstantField.tsx";
import { formatDuration } from "../../format/duration.ts";
import { useNowEvery } from "../../ui/use-now.ts";
import { StartButton } from "./actions/StartButton.tsx";
import type { CampaignProps } from "./CampaignDrawing.tsx";
import styles from "./campaign.module.css";
import { standingText } from "./list/standing-text.ts";

export function CampaignHead({ document, execute, session, readOnly }: CampaignProps) {
  const { t } = useTranslation();
  const { spec } = document;
  const span = spanOf(spec);
  const set = (edge: "from" | "until", text: string | undefined) => {
    if (text === undefined) return;
    session.seal();
    execute(setWindow({ ...span, [edge]: Date.parse(text) }));
  };
  return (
    <section className={styles.headCard} aria-label={t("campaign.page.window")}>
      <div className={styles.field}>
        <span id="campaign-from">{t("campaign.page.window")}</span>
        <span className={styles.span}>
          <InstantField
            aria-label={t("campaign.page.from")}
            disabled={readOnly}
            value={spec.from}
            onChange={(text) => set("from", text)}
          />
          <span aria-hidden="true">–</span>
          <InstantField
            aria-label={t("campaign.page.until")}
            disabled={readOnly}
            value={spec.until}
            onChange={(text) => set("until", text)}
          />
          <span className={styles.quiet}>
            {t("campaign.page.length", { length: formatDuration(span.until - span.from, t) })}
          </span>
        </span>
      </div>
      <div className={styles.field}>
        <Tooltip title={t("campaign.page.precedenceHint")}>
          <label htmlFor="campaign-precedence">{t("campaign.page.precedence")}</label>
        </Tooltip>
        <InputNumber
          id="campaign-precedence"
          className={styles.number ?? ""}
          precision={0}
          disabled={readOnly}
          value={spec.precedence ?? 0}
          onChange={(next) => next !== null && execute(setPrecedence(next))}
        />
      </div>
      <StandingNow document={document} />
    </section>
  );
}

function StandingNow({ document }: Pick<CampaignProps, "document">) {
  const { t } = useTranslation();
  const me = useQuery(meQuery).data;
  const live = useQuery(liveCampaignsQuery).data;
  const now = useNowEvery(1_000);
  if (live === undefined) return <div className={styles.standing} />;
  const own = live.find(({ key }) => key === document.key);
  const standing = standingOf(own?.spec, document.spec, now);
  return (
    <div className={styles.standing}>
      <span data-state={standing.state}>{standingText(standing, now, t)}</span>
      {mayPublish(me) && standing.state !== "running" ? (
        <StartButton campaign={plannedOf(own, document)} small={false} />
      ) : null}
    </div>
  );
}
