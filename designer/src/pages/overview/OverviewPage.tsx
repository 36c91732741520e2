/** `/overview`: the whole journey as one picture, with live counts; every part a door, every number a list. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { documentsQuery } from "../../client/documents.ts";
import { type Overview, overviewQuery } from "../../client/overview.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Instant } from "../../ui/Instant.tsx";
import { RunningBanner } from "../campaigns/list/RunningBanner.tsx";
import { CampaignPanel } from "./CampaignPanel.tsx";
import { EmptyHouse } from "./EmptyHouse.tsx";
import { GroupPanel } from "./GroupPanel.tsx";
import { Journey } from "./Journey.tsx";
import { JourneySkeleton } from "./JourneySkeleton.tsx";
import { overviewLinks } from "./links.ts";
import styles from "./overview.module.css";

export function OverviewPage() {
  const { t } = useTranslation();
  const overview = useQuery(overviewQuery);
  const workflows = useQuery(documentsQuery("workflow"));
  if (overview.data === undefined && overview.error)
    return <ErrorNotice error={overview.error} onRetry={() => void overview.refetch()} />;
  const ready = overview.data !== undefined && workflows.data !== undefined;
  const empty = ready && workflows.data.length === 0 && overview.data.routing.groups.length === 0;
  return (
    <div className={styles.page}>
      <RunningBanner />
      <header className={styles.head}>
        <h1>{t("overview.title")}</h1>
        {overview.data ? (
          <span className={styles.quiet}>
            {t("overview.since")} <Instant at={overview.data.todayFrom} />
          </span>
        ) : null}
      </header>
      {ready ? empty ? <EmptyHouse /> : <House overview={overview.data} /> : <JourneySkeleton />}
    </div>
  );
}

function House({ overview }: { overview: Overview }) {
  const links = overviewLinks(overview);
  return (
    <div className={styles.body}>
      <Journey overview={overview} links={links} />
      <div className={styles.panels}>
        <GroupPanel overview={overview} links={links} />
        <CampaignPanel overview={overview} />
      </div>
    </div>
  );
}
