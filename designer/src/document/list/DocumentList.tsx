/** All documents of a kind: what is live, what is being drawn, by whom; and making, copying, importing, deleting them. */
import { ImportOutlined, PlusOutlined } from "@ant-design/icons";
import type { DocumentKind, SluiceDocument } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { type DocumentSummary, documentsQuery } from "../../client/documents.ts";
import { mayDraw, meQuery } from "../../client/session.ts";
import { inSentence } from "../../explain/in-sentence.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import { DocumentTable } from "./DocumentTable.tsx";
import { ImportDialog } from "./ImportDialog.tsx";
import styles from "./list.module.css";
import { NewDocumentDialog } from "./NewDocumentDialog.tsx";

/** A column that a kind adds, before those about the draft. */
export interface DocumentColumn {
  readonly key: string;
  readonly title: string;
  readonly render: (summary: DocumentSummary) => ReactNode;
}

export interface DocumentListProps<K extends DocumentKind> {
  readonly kind: K;
  /** The page's heading. */
  readonly title: string;
  /** What the kind is for, told where there is none yet. */
  readonly emptyText: string;
  /** What a new document begins with. */
  readonly newDocument: (key: string, name: string) => SluiceDocument<K>;
  /** Where the list stands; a document is at `<basePath>/<key>`. */
  readonly basePath: string;
  readonly columns?: readonly DocumentColumn[];
}

export function DocumentList<K extends DocumentKind>(props: DocumentListProps<K>) {
  const { kind, title, newDocument, basePath } = props;
  const { t } = useTranslation();
  const drawable = mayDraw(useQuery(meQuery).data);
  const [deleted, setDeleted] = useState(false);
  const [dialog, setDialog] = useState<"new" | "import" | null>(null);
  const list = useQuery(documentsQuery(kind, deleted));
  const close = () => setDialog(null);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{title}</h1>
        {list.data ? (
          <span className={styles.total}>{t("document.list.total", { count: list.data.length })}</span>
        ) : null}
        <div className={styles.actions}>
          <Segmented
            aria-label={t("document.list.view")}
            value={deleted ? "deleted" : "current"}
            onChange={(value) => setDeleted(value === "deleted")}
            options={[
              { value: "current", label: t("document.list.currentFilter") },
              { value: "deleted", label: t("document.list.deletedFilter") },
            ]}
          />
          {drawable ? (
            <>
              <Button icon={<ImportOutlined aria-hidden />} onClick={() => setDialog("import")}>
                {t("document.list.import")}
              </Button>
              <Button
                // An empty list has its own button, and a page one that stands out.
                type={list.data?.length === 0 && !deleted ? "default" : "primary"}
                icon={<PlusOutlined aria-hidden />}
                onClick={() => setDialog("new")}
              >
                {t("document.list.create", { kind: inSentence(t(`document.kind.${kind}`)) })}
              </Button>
            </>
          ) : null}
        </div>
      </header>
      <ListBody
        {...props}
        list={list}
        deleted={deleted}
        onCreate={drawable ? () => setDialog("new") : null}
      />
      {dialog === "new" ? (
        <NewDocumentDialog kind={kind} newDocument={newDocument} basePath={basePath} onClose={close} />
      ) : null}
      {dialog === "import" ? <ImportDialog onClose={close} /> : null}
    </div>
  );
}

interface ListBodyProps<K extends DocumentKind> extends DocumentListProps<K> {
  readonly list: {
    readonly data: readonly DocumentSummary[] | undefined;
    readonly error: unknown;
    readonly isPending: boolean;
    readonly refetch: () => unknown;
  };
  readonly deleted: boolean;
  readonly onCreate: (() => void) | null;
}

function ListBody<K extends DocumentKind>(props: ListBodyProps<K>) {
  const { kind, list, deleted, columns = [], basePath, emptyText, onCreate } = props;
  const { t } = useTranslation();
  const kindName = inSentence(t(`document.kind.${kind}`));
  if (list.isPending) {
    return (
      <div className={styles.loading}>
        <SkeletonRows rows={10} />
      </div>
    );
  }
  if (list.data === undefined) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data.length > 0) {
    return <DocumentTable documents={list.data} columns={columns} basePath={basePath} deleted={deleted} />;
  }
  return deleted ? (
    <Notice
      title={t("document.list.noDeleted", { kind: kindName })}
      text={t("document.list.noDeletedText")}
      drawing="empty"
    />
  ) : (
    <Notice title={t("document.list.none", { kind: kindName })} text={emptyText} drawing="empty">
      {onCreate ? (
        <Button type="primary" onClick={onCreate}>
          {t("document.list.create", { kind: kindName })}
        </Button>
      ) : null}
    </Notice>
  );
}
