/** `/sla`: the policies. */
import type { SluiceDocument } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { bundleQuery } from "../../client/documents.ts";
import { type DocumentColumn, DocumentList } from "../../document/list/DocumentList.tsx";
import { calendarName } from "./matrix/cell-face.ts";
import styles from "./sla.module.css";
import { useCalendars } from "./use-calendars.ts";

/** What a new policy begins with: one tier for every ticket, the four priorities, a card before and after the due. */
const newPolicy = (key: string, name: string, tier: string): SluiceDocument<"sla"> => ({
  kind: "sla",
  key,
  name,
  formatVersion: 1,
  spec: {
    calendar: "24x7",
    tiers: [
      {
        id: "standard",
        name: tier,
        targets: {
          P0: { firstResponse: "PT5M", resolution: "PT4H" },
          P1: { firstResponse: "PT15M", resolution: "PT12H" },
          P2: { firstResponse: "PT30M", resolution: "PT24H" },
          P3: { firstResponse: "PT2H", resolution: "PT48H" },
        },
      },
    ],
    reminders: [
      { id: "yellow", metric: "*", at: "-PT30M", else: "75%", card: "yellow", notify: ["assignee"] },
      { id: "red", metric: "*", at: "PT0S", card: "red", notify: ["assignee", "lead"], escalate: true },
    ],
  },
});

/** What a policy is like at a glance. */
function useColumns(): readonly DocumentColumn[] {
  const { t } = useTranslation();
  const calendars = useCalendars();
  const documents = useQuery(bundleQuery("current")).data ?? [];
  const policies = new Map(
    documents.flatMap((each) => (each.kind === "sla" ? [[each.key, each.spec] as const] : [])),
  );
  return [
    {
      key: "tiers",
      title: t("sla.column.tiers"),
      render: ({ key }) => {
        const tiers = policies.get(key)?.tiers ?? [];
        return tiers.map(({ name }) => name || t("sla.tiers.unnamed")).join(t("sla.cell.join"));
      },
    },
    {
      key: "calendar",
      title: t("sla.column.calendar"),
      render: ({ key }) => calendarName(calendars, policies.get(key)?.calendar ?? ""),
    },
  ];
}

export function SlaPage() {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <div className={styles.listPage}>
      <DocumentList
        kind="sla"
        title={t("sla.policies")}
        emptyText={t("sla.lead")}
        basePath="/sla"
        columns={columns}
        newDocument={(key, name) => newPolicy(key, name, t("sla.tiers.standard"))}
      />
    </div>
  );
}
