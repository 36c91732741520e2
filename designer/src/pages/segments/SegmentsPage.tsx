/** All segments: conditions with a name, for use in any other. */
import type { SluiceDocument } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import { DocumentList } from "../../document/list/DocumentList.tsx";

/** A condition that holds for no particular customer yet; the admin's next step is to change it. */
const newSegment = (key: string, name: string): SluiceDocument<"segment"> => ({
  kind: "segment",
  key,
  name,
  formatVersion: 1,
  spec: { when: { fact: "customer.tier", operator: "isPresent", value: true } },
});

export function SegmentsPage() {
  const { t } = useTranslation();
  return (
    <DocumentList
      kind="segment"
      title={t("shell.nav.segments")}
      emptyText={t("segments.empty")}
      newDocument={newSegment}
      basePath="/segments"
    />
  );
}
