/** A way out of a node: drawn from by mouse, reached by Tab once its card is chosen. */
import type { WorkflowNode } from "@sluice/schemas";
import { Handle, Position } from "@xyflow/react";
import { useTranslation } from "react-i18next";
import { edgeById, nodeById, nodeName } from "../editor/workflow/model.ts";
import styles from "./card.module.css";
import { useCanvas, useEditor } from "./editor-context.ts";

export interface CardPortProps {
  readonly node: WorkflowNode;
  readonly port: string;
  readonly label: string;
  /** The edge that leaves here. */
  readonly edge: string | undefined;
  /** Whether Tab stops here. */
  readonly reachable: boolean;
}

export function CardPort({ node, port, label, edge, reachable }: CardPortProps) {
  const { t } = useTranslation();
  const { drafting, language, session } = useEditor();
  const { document } = session.getState();
  const target = edge === undefined ? undefined : nodeById(document, edgeById(document, edge)?.target ?? "");
  const state = target
    ? t("workflow.canvas.portTo", { name: nodeName(target, drafting.kinds, language) })
    : t("workflow.canvas.portFree");
  const name = nodeName(node, drafting.kinds, language);
  // While the beginning of a line is moved, ways out that are taken cannot take it.
  const refused = useCanvas(({ drawnFrom }) => drawnFrom?.type === "target" && edge !== undefined);
  return (
    <Handle
      type="source"
      id={port}
      position={Position.Right}
      className={styles.output}
      role="button"
      tabIndex={reachable ? 0 : -1}
      data-port={port}
      data-wired={edge !== undefined}
      data-refused={refused}
      aria-label={t("workflow.canvas.port", { node: name, port: label, state })}
      title={label}
    />
  );
}
