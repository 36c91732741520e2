/** The data that a node's conditions and templates can name, and what it was in the last test run. */
import { CopyOutlined } from "@ant-design/icons";
import type { FactDefinition, Json, WorkflowNode } from "@sluice/schemas";
import { App, Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useVocabulary } from "../../conditions/vocabulary-context.tsx";
import type { WorkflowDocument } from "../../editor/workflow/model.ts";
import { inLanguage } from "../../explain/names.ts";
import { useEditor } from "../editor-context.ts";
import { useWorkflowTrial } from "../trial-context.ts";
import styles from "./inspector.module.css";

export function DataTab({ node }: { document: WorkflowDocument; node: WorkflowNode }) {
  const { t } = useTranslation();
  const { language } = useEditor();
  const { catalog } = useVocabulary();
  const [typed, setTyped] = useState("");
  const values = useWorkflowTrial()?.values.get(node.id);
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = catalog.facts.filter(({ id, label }) =>
    words.every((word) => `${id} ${inLanguage(label, language)}`.toLowerCase().includes(word)),
  );
  const own = found.filter(({ group }) => group === "vars");
  const others = found.filter(({ group }) => group !== "vars");
  return (
    <div className={styles.tab}>
      <h3>{t("workflow.inspector.values")}</h3>
      {values === undefined ? (
        <p className={styles.quiet}>{t("workflow.inspector.noValues")}</p>
      ) : (
        <Values values={values} />
      )}
      <Input
        allowClear
        value={typed}
        placeholder={t("workflow.inspector.searchFacts")}
        aria-label={t("workflow.inspector.searchFacts")}
        onChange={(event) => setTyped(event.target.value)}
      />
      <h3>{t("workflow.inspector.variables")}</h3>
      {own.length === 0 ? <p className={styles.quiet}>{t("workflow.inspector.noVariables")}</p> : null}
      <Facts facts={own} />
      <h3>{t("workflow.inspector.facts")}</h3>
      <Facts facts={others} />
    </div>
  );
}

function Values({ values }: { values: Readonly<Record<string, Json>> }) {
  return (
    <dl className={styles.rows}>
      {Object.entries(values).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd title={JSON.stringify(value)}>{typeof value === "string" ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Facts({ facts }: { facts: readonly FactDefinition[] }) {
  const { t } = useTranslation();
  const { language } = useEditor();
  const { message } = App.useApp();
  const copy = async (template: string) => {
    await navigator.clipboard.writeText(template);
    void message.success(t("workflow.inspector.copiedTemplate", { template }), 2);
  };
  return (
    <ul className={styles.rows}>
      {facts.map(({ id, label }) => {
        const template = `{{ ${id} }}`;
        return (
          <li key={id}>
            <span>{inLanguage(label, language)}</span>
            <code title={id}>{id}</code>
            <Button
              type="text"
              size="small"
              icon={<CopyOutlined aria-hidden />}
              aria-label={t("workflow.inspector.copyTemplate", { template })}
              title={t("workflow.inspector.copyTemplate", { template })}
              onClick={() => void copy(template)}
            />
          </li>
        );
      })}
    </ul>
  );
}
