/** The tree, found by any part of a name; moved by dragging or with Alt and the arrow keys. */
import { ExclamationCircleFilled, SearchOutlined } from "@ant-design/icons";
import type { Category } from "@sluice/schemas";
import { Input, Tree, type TreeDataNode } from "antd";
import { type KeyboardEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../../../explain/names.ts";
import type { Fault } from "../edit/faults.ts";
import type { Row } from "../edit/rows.ts";
import styles from "../settings.module.css";
import {
  branchOf,
  type CategoryRows,
  childrenOf,
  type Destination,
  destinationOf,
  parentOf,
  type Step,
} from "./category-edit.ts";

export interface CategoryTreeProps {
  readonly rows: CategoryRows;
  readonly chosen: string | undefined;
  readonly onChoose: (uid: string) => void;
  readonly onMove: (row: Row<Category>, to: Destination) => void;
  readonly faults: readonly Fault[];
  readonly readOnly: boolean;
}

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
};

const matches = ({ item }: Row<Category>, typed: string): boolean =>
  `${item.label.zh} ${item.label.en} ${item.id}`.toLowerCase().includes(typed.toLowerCase().trim());

/** A branch is shown when anything in it matches. */
function visible(rows: CategoryRows, typed: string): CategoryRows {
  if (typed.trim() === "") return rows;
  const found = rows.filter((row) => matches(row, typed));
  return rows.filter((row) => found.some((one) => branchOf(rows, row).includes(one)));
}

export function CategoryTree(props: CategoryTreeProps) {
  const { rows, chosen, onChoose, onMove, readOnly } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => visible(rows, typed), [rows, typed]);
  const title = useTitle(props);
  const nodes = (parent: Row<Category> | undefined): TreeDataNode[] =>
    childrenOf(shown, parent).map((row) => ({ key: row.uid, title: title(row), children: nodes(row) }));
  const rowOf = (uid: unknown) => rows.find((row) => row.uid === uid);
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rowOf(chosen);
    const step = steps[event.key];
    if (readOnly || !event.altKey || !row || !step) return;
    event.preventDefault();
    event.stopPropagation();
    const to = destinationOf(rows, row, step);
    if (to) onMove(row, to);
  };
  return (
    <div className={styles.tree} onKeyDownCapture={onKeyDown}>
      <Input
        prefix={<SearchOutlined aria-hidden />}
        allowClear
        aria-label={t("settings.category.search")}
        placeholder={t("settings.category.search")}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <div className={styles.treeScroll}>
        <Tree
          aria-label={t("settings.tab.categories")}
          blockNode
          draggable={!readOnly && typed.trim() === "" ? { icon: false } : false}
          treeData={nodes(undefined)}
          selectedKeys={chosen === undefined ? [] : [chosen]}
          expandedKeys={shown
            .filter(({ uid }) => typed.trim() !== "" || !folded.has(uid))
            .map(({ uid }) => uid)}
          onExpand={(open) =>
            setFolded(new Set(rows.filter(({ uid }) => !open.includes(uid)).map(({ uid }) => uid)))
          }
          onSelect={(keys) => {
            if (keys[0] !== undefined) onChoose(String(keys[0]));
          }}
          onDrop={({ dragNode, node, dropToGap, dropPosition }) => {
            const row = rowOf(dragNode.key);
            const over = rowOf(node.key);
            if (row && over)
              onMove(
                row,
                dropAt(rows, row, over, dropToGap, dropPosition, Number(node.pos.split("-").at(-1))),
              );
          }}
        />
      </div>
      <p className={styles.treeHint}>
        {t("settings.category.count", { count: rows.length })}
        {readOnly ? "" : ` · ${t("settings.category.keys")}`}
      </p>
    </div>
  );
}

/** Ant Design tells the place of a drop relative to the node: before it, after it, or on it. */
function dropAt(
  rows: CategoryRows,
  row: Row<Category>,
  over: Row<Category>,
  toGap: boolean,
  position: number,
  place: number,
): Destination {
  if (!toGap) return { parent: over, index: 0 };
  const parent = parentOf(rows, over);
  const brothers = childrenOf(rows, parent).filter(({ uid }) => uid !== row.uid);
  const at = brothers.findIndex(({ uid }) => uid === over.uid);
  return { parent, index: position - place > 0 ? at + 1 : at };
}

function useTitle({ faults }: CategoryTreeProps) {
  const { t, i18n } = useTranslation();
  return ({ uid, item }: Row<Category>) => (
    <span className={styles.treeTitle}>
      {inLanguage(item.label, i18n.language) || t("settings.unnamed")}
      {faults.some((fault) => fault.uid === uid) ? (
        <ExclamationCircleFilled className={styles.faulty ?? ""} aria-label={t("settings.faultyItem")} />
      ) : null}
    </span>
  );
}
