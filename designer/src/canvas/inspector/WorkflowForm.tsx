/** What belongs to the workflow as a whole: its purpose, its concurrency, its variables. */
import type { Finding } from "@sluice/schemas";
import { Input, Radio } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { WorkflowDocument } from "../../editor/workflow/model.ts";
import { type Concurrency, describeWorkflow, setConcurrency } from "../../editor/workflow/settings.ts";
import { useEditor } from "../editor-context.ts";
import styles from "./inspector.module.css";
import { VariableList } from "./VariableList.tsx";

const ways: readonly { readonly value: Concurrency; readonly text: "Skip" | "Queue" | "Parallel" }[] = [
  { value: "skip", text: "Skip" },
  { value: "queue", text: "Queue" },
  { value: "parallel", text: "Parallel" },
];

export interface WorkflowFormProps {
  readonly document: WorkflowDocument;
  readonly findings: readonly Finding[];
}

export function WorkflowForm({ document }: WorkflowFormProps) {
  const { t } = useTranslation();
  const { execute, readOnly, session } = useEditor();
  const id = useId();
  const { nodes, edges, variables = {}, concurrency = "skip" } = document.spec;
  return (
    <div className={styles.tab}>
      <h2>{t("workflow.settings.title")}</h2>
      <p className={styles.quiet}>
        {t("workflow.settings.count", { nodes: nodes.length, edges: edges.length })}
      </p>
      <label htmlFor={id}>{t("workflow.settings.description")}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={document.description ?? ""}
        placeholder={t("workflow.settings.descriptionHint")}
        readOnly={readOnly}
        onChange={(event) => execute(describeWorkflow(event.target.value))}
        onBlur={() => session.seal()}
      />
      <h3 id={`${id}-ways`}>{t("workflow.settings.concurrency")}</h3>
      <Radio.Group
        aria-labelledby={`${id}-ways`}
        className={styles.ways ?? ""}
        value={concurrency}
        disabled={readOnly}
        onChange={(event) => execute(setConcurrency(event.target.value as Concurrency))}
        options={ways.map(({ value, text }) => ({ value, label: t(`workflow.settings.concurrency${text}`) }))}
      />
      <VariableList variables={variables} />
    </div>
  );
}
