/** The category tree: search and order on the left, the chosen category on the right. */

import { PlusOutlined } from "@ant-design/icons";
import type { Category, Settings } from "@sluice/schemas";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../client/request.ts";
import { NothingYet } from "../edit/NothingYet.tsx";
import { PartFrame } from "../edit/PartFrame.tsx";
import { PartLoader } from "../edit/PartLoader.tsx";
import { categoriesCodec } from "../edit/part-codec.ts";
import { changeRow, type Row } from "../edit/rows.ts";
import { usePartEdit } from "../edit/use-part-edit.ts";
import { useShowFault } from "../edit/use-show-fault.ts";
import styles from "../settings.module.css";
import { CategoryForm } from "./CategoryForm.tsx";
import { CategoryTree } from "./CategoryTree.tsx";
import { addCategory, type Destination, moveCategory, removeCategory, setSlug } from "./category-edit.ts";
import { useMove } from "./use-move.tsx";

export function CategoriesPart({ readOnly }: { readOnly: boolean }) {
  return (
    <PartLoader part="categories">{(read) => <Categories read={read} readOnly={readOnly} />}</PartLoader>
  );
}

function Categories({ read, readOnly }: { read: Answer<Settings["categories"]>; readOnly: boolean }) {
  const { t } = useTranslation();
  const edit = usePartEdit(categoriesCodec, read);
  const { draft, set, faults } = edit;
  const [chosen, setChosen] = useState<string | null>(null);
  useShowFault(faults, setChosen);
  const row = draft.find(({ uid }) => uid === chosen) ?? draft[0];
  const askMove = useMove();
  const add = (parent: Row<Category> | undefined, after?: Row<Category>) => {
    const { rows, added } = addCategory(draft, { parent, ...(after ? { after } : {}) });
    set(rows);
    setChosen(added.uid);
  };
  const move = (moved: Row<Category>, to: Destination) =>
    askMove(draft, moved, to, () => {
      set(moveCategory(draft, moved, to));
      setChosen(moved.uid);
    });
  return (
    <PartFrame
      edit={edit}
      readOnly={readOnly}
      tools={
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => add(undefined)}>
          {t("settings.add.category")}
        </Button>
      }
    >
      {row ? (
        <div className={styles.split}>
          <CategoryTree
            rows={draft}
            chosen={row.uid}
            onChoose={setChosen}
            onMove={move}
            faults={faults}
            readOnly={readOnly}
          />
          <CategoryForm
            key={row.uid}
            rows={draft}
            row={row}
            faults={faults}
            readOnly={readOnly}
            onChange={(item) => set(changeRow(draft, row.uid, item))}
            onSlug={(slug) => set(setSlug(draft, row, slug))}
            onAdd={add}
            onMove={(to) => move(row, to)}
            onRemove={() => set(removeCategory(draft, row))}
          />
        </div>
      ) : (
        <NothingYet kind="category" readOnly={readOnly} onAdd={() => add(undefined)} />
      )}
    </PartFrame>
  );
}
