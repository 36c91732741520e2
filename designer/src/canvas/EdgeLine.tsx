/** A line between nodes: right angles, its port's name where it runs far, a + to insert while it is pointed at. */
import { CloseOutlined, PlusOutlined } from "@ant-design/icons";
import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from "@xyflow/react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { removeEdges } from "../editor/workflow/connect.ts";
import { nodeById, portsOf } from "../editor/workflow/model.ts";
import { inLanguage } from "../explain/names.ts";
import { useAdding } from "./adding-context.ts";
import type { LineEdge } from "./drawing-model.ts";
import styles from "./edge.module.css";
import { useCanvas, useEditor } from "./editor-context.ts";
import { middleOf, pathOf } from "./route-edge.ts";
import { useWorkflowTrial } from "./trial-context.ts";

/** A drawn end may stand beside the planned one by the size of its dot. */
const tolerance = 8;
/** A line this long names its port: at its far end the port is out of sight. */
const farAway = 200;

const isNear = (a: { x: number; y: number } | undefined, x: number, y: number): boolean =>
  a !== undefined && Math.abs(a.x - x) <= tolerance && Math.abs(a.y - y) <= tolerance;

/** The planned way, or, while an end is being dragged, the plain one. */
function wayOf({ data, sourceX, sourceY, targetX, targetY, ...ends }: EdgeProps<LineEdge>) {
  const points = data?.points ?? [];
  if (isNear(points[0], sourceX, sourceY) && isNear(points.at(-1), targetX, targetY))
    return { path: pathOf(points), middle: middleOf(points), length: Math.abs(targetX - sourceX) };
  const { sourcePosition, targetPosition } = ends;
  const at = { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition };
  const [path, x, y] = getSmoothStepPath({ ...at, borderRadius: 8 });
  return { path, middle: { x, y }, length: 0 };
}

export const EdgeLine = memo(function EdgeLine(props: EdgeProps<LineEdge>) {
  const { id, source, target } = props;
  const { path, middle, length } = wayOf(props);
  const hovered = useCanvas((state) => state.hoverEdge === id);
  const chosen = useCanvas((state) => state.chosenEdge === id);
  const isTarget = useCanvas((state) => state.dropEdge === id);
  const held = useCanvas((state) => state.held.has(source) || state.held.has(target));
  const trial = useWorkflowTrial();
  const taken = trial?.edges.indexOf(id) ?? -1;
  const state =
    taken >= 0 ? "taken" : trial ? "untaken" : chosen || isTarget ? "chosen" : hovered ? "hover" : "plain";
  // Drawn by `HeldLines` meanwhile.
  if (held) return null;
  return (
    <g className={styles.line} data-state={state} style={{ "--turn": taken } as React.CSSProperties}>
      <BaseEdge path={path} interactionWidth={20} markerEnd={`url(#arrow-${state})`} pathLength={1} />
      {hovered || chosen || length > farAway ? (
        <EdgeLabelRenderer>
          <EdgeLabel id={id} source={source} target={target} at={middle} tools={hovered || chosen} />
        </EdgeLabelRenderer>
      ) : null}
    </g>
  );
});

interface EdgeLabelProps {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly at: { readonly x: number; readonly y: number };
  readonly tools: boolean;
}

function EdgeLabel({ id, source, at, tools }: EdgeLabelProps) {
  const { t } = useTranslation();
  const { store, readOnly, execute } = useEditor();
  const adding = useAdding();
  const label = usePortLabel(id, source);
  if (label === "" && !tools) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at the label is pointing at its line
    <div
      className={`${styles.label} nodrag nopan`}
      style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
      onMouseEnter={() => store.set({ hoverEdge: id })}
      onMouseLeave={() => store.set({ hoverEdge: null })}
    >
      {label === "" ? null : <span className={styles.pill}>{label}</span>}
      {tools && !readOnly ? (
        <>
          <button
            type="button"
            tabIndex={-1}
            aria-label={t("workflow.canvas.insert")}
            title={t("workflow.canvas.insert")}
            onClick={(event) => adding.open({ edge: id, at: { x: event.clientX, y: event.clientY } })}
          >
            <PlusOutlined aria-hidden />
          </button>
          <button
            type="button"
            tabIndex={-1}
            aria-label={t("workflow.canvas.removeEdge")}
            title={t("workflow.canvas.removeEdge")}
            onClick={() => {
              execute(removeEdges([id]));
              store.set({ hoverEdge: null, chosenEdge: null });
            }}
          >
            <CloseOutlined aria-hidden />
          </button>
        </>
      ) : null}
    </div>
  );
}

/** The name of the port the edge leaves by; a node's only way on needs none. */
function usePortLabel(edge: string, source: string): string {
  const { session, drafting, language } = useEditor();
  const { document } = session.getState();
  const node = nodeById(document, source);
  const ports = node ? portsOf(node, drafting.kinds) : [];
  const port = document.spec.edges.find(({ id }) => id === edge)?.sourcePort;
  const label = ports.length > 1 ? ports.find(({ id }) => id === port)?.label : undefined;
  return label ? inLanguage(label, language) : "";
}

const states = ["plain", "hover", "chosen", "taken", "untaken"] as const;

/** Arrow heads, one for each colour a line can have. */
export function EdgeMarkers() {
  return (
    <svg className={styles.markers} aria-hidden="true">
      <defs>
        {states.map((state) => (
          <marker
            key={state}
            id={`arrow-${state}`}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto-start-reverse"
          >
            <path className={styles.arrow} data-state={state} d="M1 1.5 9 5 1 8.5z" />
          </marker>
        ))}
      </defs>
    </svg>
  );
}
