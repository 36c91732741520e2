/** The name of a node and the form of its kind. */
import type { Finding, Json, WorkflowNode } from "@sluice/schemas";
import { Input } from "antd";
import { useId, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { findingsBelow } from "../../document/findings-below.ts";
import { setConfig } from "../../editor/workflow/config.ts";
import { nodeById, nodeName, type WorkflowDocument } from "../../editor/workflow/model.ts";
import { renameNode } from "../../editor/workflow/nodes.ts";
import { inLanguage } from "../../explain/names.ts";
import { SchemaForm } from "../../inspector/SchemaForm.tsx";
import type { PlainSchema } from "../../inspector/schema/plain-schema.ts";
import { useEditor } from "../editor-context.ts";
import { KindIcon } from "../icons.tsx";
import type { Place } from "../problems.ts";
import styles from "./inspector.module.css";

export interface ConfigTabProps {
  readonly document: WorkflowDocument;
  readonly node: WorkflowNode;
  readonly findings: readonly Finding[];
  readonly asked: Extract<Place, { type: "node" }> | null;
}

const isRecord = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Findings on the node's config, as its form reads them. */
function useConfigFindings({ document, node, findings }: ConfigTabProps) {
  const index = document.spec.nodes.indexOf(node);
  return useMemo(() => findingsBelow(findings, `/spec/nodes/${index}/config`), [findings, index]);
}

export function ConfigTab(props: ConfigTabProps) {
  const { node, asked } = props;
  const { t } = useTranslation();
  const { drafting, execute, session, readOnly } = useEditor();
  const definition = drafting.kinds.get(node.type);
  const remarks = useConfigFindings(props);
  const change = (config: Json) => {
    // What is typed now is held to what the node is now, not to what it was when the form was drawn.
    const present = nodeById(session.getState().document, node.id);
    if (present && isRecord(config)) execute(setConfig(drafting, present, config));
  };
  return (
    <div className={styles.tab}>
      <NodeName node={node} />
      {definition === undefined ? (
        <p className={styles.quiet}>{t("workflow.inspector.unknown", { kind: node.type })}</p>
      ) : (
        <SchemaForm
          schema={definition.config as PlainSchema}
          value={node.config ?? {}}
          onChange={change}
          findings={remarks}
          focusPath={asked?.path.startsWith("/config") ? asked.path.slice("/config".length) : undefined}
          readOnly={readOnly}
        />
      )}
      {definition && Object.keys((definition.config as PlainSchema).properties ?? {}).length === 0 ? (
        <p className={styles.quiet}>{t("workflow.inspector.nothingToSet")}</p>
      ) : null}
    </div>
  );
}

/** Kind and name; an empty name falls back to the kind's. */
function NodeName({ node }: { node: WorkflowNode }) {
  const { t } = useTranslation();
  const { drafting, execute, session, readOnly, language } = useEditor();
  const id = useId();
  const definition = drafting.kinds.get(node.type);
  return (
    <div className={styles.name}>
      <p className={styles.kind} data-family={definition?.family}>
        <KindIcon name={definition?.icon} />
        <span>{definition ? inLanguage(definition.label, language) : node.type}</span>
        <code>{node.id}</code>
      </p>
      <label htmlFor={id}>{t("workflow.inspector.name")}</label>
      <Input
        id={id}
        value={node.name ?? ""}
        placeholder={nodeName({ type: node.type }, drafting.kinds, language)}
        maxLength={100}
        readOnly={readOnly}
        variant={readOnly ? "borderless" : "outlined"}
        onChange={(event) => execute(renameNode(node.id, event.target.value))}
        onBlur={() => session.seal()}
      />
    </div>
  );
}
