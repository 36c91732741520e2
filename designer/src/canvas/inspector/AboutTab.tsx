/** What the kind of a node is: in words, its ways in and out, and the node as it is stored. */
import type { WorkflowNode } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import { portsOf } from "../../editor/workflow/model.ts";
import { inLanguage } from "../../explain/names.ts";
import { useEditor } from "../editor-context.ts";
import styles from "./inspector.module.css";

export function AboutTab({ node }: { node: WorkflowNode }) {
  const { t } = useTranslation();
  const { drafting, language } = useEditor();
  const definition = drafting.kinds.get(node.type);
  if (definition === undefined)
    return <p className={styles.quiet}>{t("workflow.inspector.unknown", { kind: node.type })}</p>;
  const ports = portsOf(node, drafting.kinds);
  return (
    <div className={styles.tab}>
      <p>{inLanguage(definition.description, language)}</p>
      <h3>{t("workflow.inspector.input")}</h3>
      <p>{t(definition.hasInput ? "workflow.inspector.hasInput" : "workflow.inspector.noInput")}</p>
      <h3>{t("workflow.inspector.ports")}</h3>
      {ports.length === 0 ? <p>{t("workflow.inspector.noPorts")}</p> : null}
      <ul className={styles.rows}>
        {ports.map(({ id, label }) => (
          <li key={id}>
            <span>{inLanguage(label, language)}</span>
            <code>{id}</code>
          </li>
        ))}
      </ul>
      <h3>{t("workflow.inspector.json")}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls is scrolled by keyboard too */}
      <pre className={styles.json} tabIndex={0}>
        {JSON.stringify(node, null, 2)}
      </pre>
    </div>
  );
}
