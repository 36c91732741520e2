/** `/routing`: the policies. */
import type { SluiceDocument } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import { DocumentList } from "../../document/list/DocumentList.tsx";

/** What a new policy begins with: everything goes to one pool, first due first. */
const newPolicy = (key: string, name: string, pool: string): SluiceDocument<"routing"> => ({
  kind: "routing",
  key,
  name,
  formatVersion: 1,
  spec: {
    countsAsLoad: ["new", "open"],
    onOffline: { after: "PT30M", do: "return" },
    routes: [],
    fallback: { pool: "general" },
    pools: {
      general: {
        name: pool,
        groups: ["*"],
        claimLimit: 5,
        pick: "head",
        order: "due-first",
        warnAfter: "PT15M",
        escalateAfter: "PT1H",
        claimTimeout: "PT10M",
      },
    },
  },
});

export function RoutingPage() {
  const { t } = useTranslation();
  return (
    <DocumentList
      kind="routing"
      title={t("routing.policies")}
      emptyText={t("routing.lead")}
      basePath="/routing"
      newDocument={(key, name) => newPolicy(key, name, t("routing.newPool"))}
    />
  );
}
