/** `/sla`: the policies. */
import type { SluiceDocument } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import { DocumentList } from "../../document/list/DocumentList.tsx";

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

export function SlaPage() {
  const { t } = useTranslation();
  return (
    <DocumentList
      kind="sla"
      title={t("sla.policies")}
      emptyText={t("sla.lead")}
      basePath="/sla"
      newDocument={(key, name) => newPolicy(key, name, t("sla.tiers.standard"))}
    />
  );
}
