/** Which revision is live and since when, and whether the draft says something else. */
import type { DocumentKind } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { revisionsQuery } from "../../client/documents.ts";
import { Instant } from "../../ui/Instant.tsx";
import styles from "../document.module.css";
import type { Frame } from "../frame.ts";

export function RevisionChip<K extends DocumentKind>({ frame }: { frame: Frame<K> }) {
  const { t } = useTranslation();
  const { standing, changed } = frame;
  const revisions = useQuery(revisionsQuery(frame.kind, frame.documentKey)).data ?? [];
  if (!standing) return <span className={styles.chip} aria-hidden="true" />;
  const live = revisions.find((item) => item.revision === standing.liveRevision);
  const published = standing.liveRevision !== null;
  return (
    <>
      <span className={styles.chip} data-live={published}>
        {published
          ? t("document.header.live", { revision: standing.liveRevision })
          : t("document.header.never")}
        {live ? (
          <>
            {" · "}
            <Instant at={live.publishedAt} form="relative" />
          </>
        ) : null}
      </span>
      {changed && published ? (
        <span className={styles.differs} title={t("document.header.draftDiffers")}>
          <span className={styles.draftDot} aria-hidden="true" />
          {t("document.header.draftDiffers")}
        </span>
      ) : null}
    </>
  );
}
