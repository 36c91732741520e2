/** `/people`: who works on tickets, in four views. */
import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { meQuery } from "../../client/session.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import { useSearchParam } from "../../ui/use-search-param.ts";
import { AgentsTab, type TabProps } from "./agents/AgentsTab.tsx";
import { mayLead } from "./may-lead.ts";
import styles from "./people.module.css";
import { useHouse } from "./use-people.ts";

const GroupsTab = lazy(async () => ({ default: (await import("./groups/GroupsTab.tsx")).GroupsTab }));
const SkillsTab = lazy(async () => ({ default: (await import("./skills/SkillsTab.tsx")).SkillsTab }));
const ShiftsTab = lazy(async () => ({ default: (await import("./shifts/ShiftsTab.tsx")).ShiftsTab }));

const tabs = ["agents", "groups", "skills", "shifts"] as const;
type Tab = (typeof tabs)[number];

export function PeoplePage() {
  const { t } = useTranslation();
  const [search, setParam] = useSearchParam();
  const leads = mayLead(useQuery(meQuery).data);
  const { house, error, retry } = useHouse();
  const tab: Tab = tabs.find((each) => each === search.get("tab")) ?? "agents";
  const choose = (next: Tab) => setParam("tab", next === "agents" ? null : next, { replace: true });
  const online = house?.agents.filter(({ presence }) => presence === "online").length ?? 0;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t("people.title")}</h1>
        {house ? (
          <span className={styles.total}>
            {t("people.total", { count: house.agents.length })} · {t("people.online", { count: online })}
          </span>
        ) : null}
        <Segmented<Tab>
          className={styles.tabs ?? ""}
          aria-label={t("people.tabs.label")}
          value={tab}
          onChange={choose}
          options={tabs.map((value) => ({ value, label: t(`people.tabs.${value}`) }))}
        />
      </header>
      {house ? (
        <Suspense fallback={<Loading />}>
          <View tab={tab} house={house} leads={leads} />
        </Suspense>
      ) : error ? (
        <ErrorNotice error={error} onRetry={retry} />
      ) : (
        <Loading />
      )}
    </div>
  );
}

function View({ tab, ...props }: TabProps & { tab: Tab }) {
  switch (tab) {
    case "agents":
      return <AgentsTab {...props} />;
    case "groups":
      return <GroupsTab {...props} />;
    case "skills":
      return <SkillsTab {...props} />;
    case "shifts":
      return <ShiftsTab {...props} />;
  }
}

function Loading() {
  return (
    <div className={styles.loading}>
      <SkeletonRows rows={16} />
    </div>
  );
}
