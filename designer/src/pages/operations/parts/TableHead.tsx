/** The heading row of a table of this page. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { operations } from "../../../messages/zh-CN/operations.ts";

export type Column = keyof typeof operations.columns;

export function TableHead({ columns, select }: { columns: readonly Column[]; select?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col" data-column={column}>
            {column === "select" ? select : t(`operations.columns.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
