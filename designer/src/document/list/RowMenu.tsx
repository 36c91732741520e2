/** What may be done to one document of the list. */
import { MoreOutlined } from "@ant-design/icons";
import type { SluiceDocument } from "@sluice/schemas";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type DocumentSummary, fetchDraft, restoreDocument } from "../../client/documents.ts";
import { queryKeys } from "../../client/query-keys.ts";
import { mayDraw, mayPublish, meQuery } from "../../client/session.ts";
import { errorText } from "../../ui/error-text.ts";
import { exportText, saveFile } from "../export-file.ts";
import { NewDocumentDialog } from "./NewDocumentDialog.tsx";
import { useRemove } from "./use-remove.tsx";

export interface RowMenuProps {
  readonly document: DocumentSummary;
  readonly basePath: string;
  readonly deleted: boolean;
}

export function RowMenu({ document, basePath, deleted }: RowMenuProps) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const me = useQuery(meQuery).data;
  const [source, setSource] = useState<SluiceDocument | null>(null);
  const remove = useRemove(() => undefined);
  const { kind, key, name } = document;
  const tell = (error: unknown) => void message.error(errorText(error, t, i18n.language), 6);
  const withDraft = (use: (draft: SluiceDocument) => void) => {
    fetchDraft(kind, key).then(({ value }) => use(value), tell);
  };
  const restore = () => {
    restoreDocument(kind, key).then(() => {
      void message.success(t("document.list.restored", { name }));
      void client.invalidateQueries({ queryKey: queryKeys.documents });
    }, tell);
  };
  const current = [
    ...(mayDraw(me)
      ? [{ key: "copy", label: t("document.list.duplicate"), onClick: () => withDraft(setSource) }]
      : []),
    {
      key: "export",
      label: t("document.list.export"),
      onClick: () => withDraft((draft) => saveFile(`${kind}-${key}.json`, exportText(draft))),
    },
    ...(mayPublish(me)
      ? [{ key: "delete", label: t("document.list.delete"), danger: true, onClick: () => remove(document) }]
      : []),
  ];
  const gone = mayPublish(me)
    ? [{ key: "restore", label: t("document.list.restore"), onClick: restore }]
    : [];
  const items = deleted ? gone : current;
  if (items.length === 0) return null;
  return (
    <>
      <Dropdown trigger={["click"]} menu={{ items }} placement="bottomRight">
        <Button
          type="text"
          size="small"
          icon={<MoreOutlined aria-hidden />}
          aria-label={t("document.list.actions", { name })}
        />
      </Dropdown>
      {source ? (
        <NewDocumentDialog kind={kind} source={source} basePath={basePath} onClose={() => setSource(null)} />
      ) : null}
    </>
  );
}
