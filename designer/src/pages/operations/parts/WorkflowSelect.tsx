/** Narrowing a list to one workflow. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { documentsQuery } from "../../../client/documents.ts";
import styles from "../operations.module.css";

export interface WorkflowSelectProps {
  readonly value: string | null;
  readonly onChange: (next: string | null) => void;
}

export function WorkflowSelect({ value, onChange }: WorkflowSelectProps) {
  const { t } = useTranslation();
  const workflows = useQuery(documentsQuery("workflow")).data ?? [];
  return (
    <Select
      className={styles.select ?? ""}
      aria-label={t("operations.run.workflow")}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      value={value}
      placeholder={t("operations.run.allWorkflows")}
      options={workflows.map(({ key, name }) => ({ value: key, label: name || key }))}
      onChange={(next: string | null | undefined) => onChange(next ?? null)}
    />
  );
}
