/** Every revision that was live, any two side by side, and the way back to one. */
import type { DocumentKind } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { revisionsQuery } from "../../client/documents.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import type { Frame } from "../frame.ts";
import { Comparison } from "./Comparison.tsx";
import { RevisionRow } from "./RevisionRow.tsx";
import styles from "./revisions.module.css";
import { firstSides, type Sides } from "./sides.ts";

export function RevisionsPanel<K extends DocumentKind>({ frame }: { frame: Frame<K> }) {
  const { t } = useTranslation();
  const query = useQuery(revisionsQuery(frame.kind, frame.documentKey));
  const { sides: chosen, compare: choose } = frame;
  if (query.isPending) {
    return (
      <div className={styles.loading}>
        <SkeletonRows rows={5} />
      </div>
    );
  }
  if (query.data === undefined) {
    return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  const revisions = query.data;
  if (revisions.length === 0) {
    return (
      <p className={styles.none}>
        <strong>{t("document.revisions.none")}</strong> {t("document.revisions.noneText")}
      </p>
    );
  }
  const sides = chosen ?? firstSides(revisions, frame.changed);
  return (
    <div className={styles.panel}>
      <ol className={styles.list} aria-label={t("document.revisions.label")}>
        {revisions.map((revision) => (
          <RevisionRow
            key={revision.revision}
            frame={frame}
            revision={revision}
            newest={revisions[0]?.revision ?? 0}
            shown={sides.to === revision.revision}
            onShow={() => choose(sidesOf(revision.revision))}
          />
        ))}
      </ol>
      <Comparison frame={frame} revisions={revisions} sides={sides} onChoose={choose} />
    </div>
  );
}

/** What a revision changed: it beside the one before. */
const sidesOf = (revision: number): Sides => ({
  from: revision > 1 ? revision - 1 : "nothing",
  to: revision,
});
