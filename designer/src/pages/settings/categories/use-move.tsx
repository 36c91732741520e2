/** Moving a stored branch to another parent changes its ids: that is said before it happens. */

import type { Category } from "@sluice/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { bundleQuery } from "../../../client/documents.ts";
import { inLanguage } from "../../../explain/names.ts";
import type { Row } from "../edit/rows.ts";
import { settingUses } from "../edit/setting-uses.ts";
import { UseList } from "../edit/UseList.tsx";
import { type CategoryRows, type Destination, moveCategory } from "./category-edit.ts";

export type AskMove = (
  rows: CategoryRows,
  row: Row<Category>,
  to: Destination,
  move: () => void,
) => Promise<void>;

export function useMove(): AskMove {
  const { t, i18n } = useTranslation();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  return async (rows, row, to, move) => {
    const moved = moveCategory(rows, row, to).find(({ uid }) => uid === row.uid);
    const id = moved?.item.id ?? row.item.id;
    const sameParent = id === row.item.id;
    if (sameParent && moveCategory(rows, row, to) === rows)
      return void message.warning(t("settings.category.taken"), 4);
    if (sameParent || row.fresh) return move();
    const documents = await client.ensureQueryData(bundleQuery("current")).catch(() => []);
    const uses = settingUses(documents, { kind: "category", key: row.item.id });
    void modal.confirm({
      title: t("settings.category.moveTitle", { name: inLanguage(row.item.label, i18n.language) }),
      content: (
        <>
          <p>{t("settings.category.moveText", { from: row.item.id, to: id })}</p>
          <UseList uses={uses} linked={false} />
        </>
      ),
      width: 480,
      okText: t("settings.category.moveOk"),
      cancelText: t("settings.cancel"),
      onOk: move,
    });
  };
}
