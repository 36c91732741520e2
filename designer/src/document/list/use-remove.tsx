/** Deleting a document, after saying what it means; refused with the list of what refers to it. */
import { type DocumentKind, isDocumentKind, type SluiceDocument } from "@sluice/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { deleteDocument } from "../../client/documents.ts";
import { ApiError, type FieldProblem } from "../../client/errors.ts";
import { queryKeys } from "../../client/query-keys.ts";
import { documentAddress } from "../../fields/document-address.ts";
import { errorText } from "../../ui/error-text.ts";
import styles from "../document.module.css";

type Named = Pick<SluiceDocument, "kind" | "key" | "name">;

/** Answers a function that asks and deletes; `onDone` follows a deletion. */
export function useRemove(onDone: () => void): (document: Named) => void {
  const { t, i18n } = useTranslation();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const refused = (error: unknown) => {
    if (error instanceof ApiError && error.code === "resource.in-use") {
      modal.error({
        title: t("document.remove.inUse"),
        content: <Referrers errors={error.errors} help={t("document.remove.inUseHelp")} />,
      });
    } else void message.error(errorText(error, t, i18n.language), 6);
  };
  return ({ kind, key, name }) => {
    modal.confirm({
      title: t("document.remove.title", { name }),
      content: t("document.remove.text"),
      okText: t("document.remove.ok"),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await deleteDocument(kind, key);
          void message.success(t("document.remove.done", { name }));
          void client.invalidateQueries({ queryKey: queryKeys.documents });
          onDone();
        } catch (error) {
          refused(error);
        }
      },
    });
  };
}

/** `sla:default refers to it` → kind and key; `undefined` where the message says something else. */
export function referrerOf({ message }: FieldProblem): { kind: DocumentKind; key: string } | undefined {
  const [, kind, key] = /^([a-z]+):([a-z0-9-]+) /.exec(message) ?? [];
  return isDocumentKind(kind) && key !== undefined ? { kind, key } : undefined;
}

/** Plain links: the dialog stands outside the router. */
function Referrers({ errors, help }: { errors: readonly FieldProblem[]; help: string }) {
  return (
    <>
      <ul className={styles.plainList}>
        {errors.map((error) => {
          const from = referrerOf(error);
          return (
            <li key={`${error.message}${error.path}`}>
              {from ? <a href={documentAddress(from.kind, from.key)}>{from.key}</a> : error.message}{" "}
              <small>{error.path}</small>
            </li>
          );
        })}
      </ul>
      <p>{help}</p>
    </>
  );
}
