/** `/classification`: straight to the only ruleset, or the list of them. */
import type { SluiceDocument } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Navigate } from "react-router";
import { documentsQuery } from "../../client/documents.ts";
import { DocumentList } from "../../document/list/DocumentList.tsx";
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import styles from "./classification.module.css";

/** What a new ruleset begins with: nothing is decided but what every ticket needs. */
const newRuleset = (key: string, name: string): SluiceDocument<"classification"> => ({
  kind: "classification",
  key,
  name,
  formatVersion: 1,
  spec: { reclassify: "until-reply", rules: [], otherwise: { priority: "P3" } },
});

/** `?list` in the address shows the list even of one. */
const wantsList = (): boolean => new URLSearchParams(location.search).has("list");

export function ClassificationsPage() {
  const { t } = useTranslation();
  const query = useQuery(documentsQuery("classification"));
  const [only, ...others] = query.data ?? [];
  if (query.isPending)
    return (
      <div className={styles.loading}>
        <SkeletonRows rows={12} />
      </div>
    );
  if (only && others.length === 0 && !wantsList())
    return <Navigate to={`/classification/${only.key}`} replace />;
  return (
    <DocumentList
      kind="classification"
      title={t("classification.title")}
      emptyText={t("classification.empty")}
      basePath="/classification"
      newDocument={newRuleset}
    />
  );
}
