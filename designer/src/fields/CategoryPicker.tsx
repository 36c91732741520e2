/** Chooses categories from their tree, found by any part of their path. */
import { TreeSelect } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useVocabulary } from "../conditions/vocabulary-context.tsx";
import { type CategoryNode, categoryTree } from "./category-tree.ts";
import { type FieldProps, labelsOf } from "./field-props.ts";
import styles from "./fields.module.css";

function useShared(size: "small" | "middle", chosen: readonly string[]) {
  const { t, i18n } = useTranslation();
  const { categories } = useVocabulary();
  const tree = useMemo(() => categoryTree(categories, i18n.language), [categories, i18n.language]);
  const missing = categories.length > 0 && !chosen.every((id) => categories.some((one) => one.id === id));
  return {
    size,
    status: missing ? ("error" as const) : ("" as const),
    className: styles.wide ?? "",
    placeholder: t("fields.picker.category"),
    "aria-label": t("fields.picker.category"),
    treeData: tree as unknown as { value: string }[],
    // The path in the closed input, the own name in the tree.
    treeNodeLabelProp: "label",
    treeTitleRender: (node: object) => (node as CategoryNode).title,
    showSearch: {
      filterTreeNode: (typed: string, node: object) =>
        `${(node as CategoryNode).label} ${(node as CategoryNode).value}`
          .toLowerCase()
          .includes(typed.toLowerCase()),
    },
    treeDefaultExpandAll: true,
    popupMatchSelectWidth: 280,
    notFoundContent: t("fields.picker.none"),
  };
}

export function CategoryPicker(props: FieldProps<string | undefined> & { readonly optional?: boolean }) {
  const { value, onChange, size = "middle", optional = false } = props;
  const shared = useShared(size, value ? [value] : []);
  return (
    <TreeSelect<string>
      {...shared}
      {...labelsOf(props)}
      allowClear={optional}
      {...(value === undefined || value === "" ? {} : { value })}
      onChange={(next?: string) => onChange(next)}
    />
  );
}

/** Several categories; each stands for itself alone, as conditions compare them. */
export function CategoriesPicker(props: FieldProps<readonly string[]>) {
  const { value, onChange, size = "middle" } = props;
  const shared = useShared(size, value);
  return (
    <TreeSelect<string[]>
      {...shared}
      {...labelsOf(props)}
      multiple
      value={[...value]}
      onChange={(next) => onChange(next)}
    />
  );
}
