/** `/operations`: what runs, what waits, what went wrong, and what is held. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, NavLink, useParams } from "react-router";
import { useCrumb } from "../../app/shell/crumb.ts";
import { operationsQuery } from "../../client/operations.ts";
import { meQuery } from "../../client/session.ts";
import { HoldDialog } from "./holds/HoldDialog.tsx";
import { Holds } from "./holds/Holds.tsx";
import { IncidentsTab } from "./incidents/IncidentsTab.tsx";
import { JobsTab } from "./jobs/JobsTab.tsx";
import { mayHold } from "./may.ts";
import styles from "./operations.module.css";
import { type OperationsTab, operationsTabs, parseTab } from "./operations-tabs.ts";
import { RunsTab } from "./runs/RunsTab.tsx";
import { Strip } from "./strip/Strip.tsx";
import { TimersTab } from "./timers/TimersTab.tsx";

const bodies: Readonly<Record<OperationsTab, () => ReactNode>> = {
  incidents: () => <IncidentsTab />,
  runs: () => <RunsTab />,
  jobs: () => <JobsTab />,
  timers: () => <TimersTab />,
};

export function OperationsPage() {
  const { t } = useTranslation();
  const { part } = useParams();
  const tab = parseTab(part);
  useCrumb(tab ? t(`operations.tabs.${tab}`) : null);
  if (tab === undefined) return <Navigate to="/operations/incidents" replace />;
  return (
    <div className={styles.page}>
      <Head />
      <nav className={styles.tabs} aria-label={t("operations.tabs.label")}>
        {operationsTabs.map((name) => (
          <NavLink key={name} to={`/operations/${name}`} className={styles.tab ?? ""}>
            {t(`operations.tabs.${name}`)}
          </NavLink>
        ))}
      </nav>
      {bodies[tab]()}
    </div>
  );
}

function Head() {
  const { t } = useTranslation();
  const state = useQuery(operationsQuery).data;
  const holds = mayHold(useQuery(meQuery).data);
  const [holding, setHolding] = useState(false);
  return (
    <>
      <header className={styles.head}>
        <h1>{t("operations.title")}</h1>
        <p>{t("operations.lead")}</p>
        {holds ? <Button onClick={() => setHolding(true)}>{t("operations.hold.button")}</Button> : null}
      </header>
      <Strip state={state} />
      <Holds holds={state?.paused ?? []} />
      {holding ? <HoldDialog held={state?.paused ?? []} onClose={() => setHolding(false)} /> : null}
    </>
  );
}
