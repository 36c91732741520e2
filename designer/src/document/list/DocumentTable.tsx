/** The rows of a list of documents. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { DocumentSummary } from "../../client/documents.ts";
import { Instant } from "../../ui/Instant.tsx";
import { actorName } from "../actor-name.ts";
import type { DocumentColumn } from "./DocumentList.tsx";
import styles from "./list.module.css";
import { RowMenu } from "./RowMenu.tsx";

export interface DocumentTableProps {
  readonly documents: readonly DocumentSummary[];
  readonly columns: readonly DocumentColumn[];
  readonly basePath: string;
  readonly deleted: boolean;
}

export function DocumentTable({ documents, columns, basePath, deleted }: DocumentTableProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th data-column="name">{t("document.list.name")}</th>
            <th data-column="key">{t("document.list.key")}</th>
            {columns.map(({ key, title }) => (
              <th key={key}>{title}</th>
            ))}
            <th data-column="live">{t("document.list.live")}</th>
            <th data-column="draft">{t("document.list.draft")}</th>
            <th data-column="by">{t(deleted ? "document.list.deletedAt" : "document.list.by")}</th>
            <th data-column="menu" aria-label={t("document.header.more")} />
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <tr key={document.key}>
              <td className={styles.name}>
                {deleted ? document.name : <Link to={`${basePath}/${document.key}`}>{document.name}</Link>}
              </td>
              <td>
                <code>{document.key}</code>
              </td>
              {columns.map(({ key, render }) => (
                <td key={key}>{render(document)}</td>
              ))}
              <td className="num">
                {document.liveRevision === null ? (
                  <span className={styles.quiet}>{t("document.list.neverPublished")}</span>
                ) : (
                  `v${document.liveRevision}`
                )}
              </td>
              <td>
                <DraftMark document={document} />
              </td>
              <td className={styles.quiet}>
                <LastChange document={document} deleted={deleted} />
              </td>
              <td>
                <RowMenu document={document} basePath={basePath} deleted={deleted} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DraftMark({ document }: { document: DocumentSummary }) {
  const { t } = useTranslation();
  if (!document.changed) return <span className={styles.quiet}>{t("document.list.draftSame")}</span>;
  return (
    <span className={styles.changed}>
      <span className={styles.dot} aria-hidden="true" />
      {t("document.list.draftChanged")}
    </span>
  );
}

function LastChange({ document, deleted }: { document: DocumentSummary; deleted: boolean }) {
  const { t } = useTranslation();
  const at = deleted ? document.deletedAt : document.draftAt;
  if (at === null) return null;
  return (
    <>
      <Instant at={at} />
      {document.draftBy === null || deleted ? null : ` · ${actorName(document.draftBy, t)}`}
    </>
  );
}
