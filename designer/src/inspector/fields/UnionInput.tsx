/** A value that may be one of several kinds: the kind is chosen, then its own input filled in. */
import type { Json } from "@sluice/schemas";
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "../inspector.module.css";
import { branchOf, firstValue } from "../schema/union-branch.ts";
import type { WholeProps } from "./as-field.tsx";
import { SubField } from "./SubField.tsx";

export function UnionInput(props: WholeProps) {
  const { labelId, value, onChange, disabled, optional, draw, path, library } = props;
  const { t } = useTranslation();
  const branches = draw.branches ?? [];
  const [chosen, setChosen] = useState<number>();
  const plains = branches.map(({ plain }) => plain);
  const current = value === undefined ? chosen : branchOf(plains, value, chosen);
  const standard = branches[branchOf(plains, draw.defaultValue) ?? -1]?.title;
  const choose = (index: number | undefined) => {
    setChosen(index);
    const branch = index === undefined ? undefined : plains[index];
    onChange(branch && firstValue(branch));
  };
  const branch = current === undefined ? undefined : branches[current];
  return (
    <div className={styles.union}>
      <Select<number>
        aria-labelledby={labelId}
        className={styles.wide ?? ""}
        disabled={disabled}
        allowClear={optional}
        placeholder={
          standard === undefined ? t("inspector.choose") : t("inspector.defaultValue", { value: standard })
        }
        value={current ?? null}
        options={branches.map(({ title }, index) => ({ value: index, label: title }))}
        onChange={(index?: number) => choose(index)}
      />
      {branch && !("const" in branch.plain) ? (
        <SubField
          library={library}
          drawn={branch.drawn}
          path={path}
          name={branch.title}
          value={value as Json}
        />
      ) : null}
    </div>
  );
}
