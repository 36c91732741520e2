/** The canvas itself: React Flow as an adapter. It draws and lets hands move; everything kept goes through commands. */
import { Background, BackgroundVariant, MiniMap, ReactFlow, SelectionMode } from "@xyflow/react";

import { useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkflowDocument } from "../editor/workflow/model.ts";
import { CanvasPopup } from "./CanvasPopup.tsx";
import { CanvasTools } from "./CanvasTools.tsx";
import { ConnectTip } from "./ConnectTip.tsx";
import type { CanvasNode, Drawing, LineEdge } from "./drawing-model.ts";
import { EdgeLine, EdgeMarkers } from "./EdgeLine.tsx";
import { useCanvas, useEditor } from "./editor-context.ts";
import { GroupLayer } from "./GroupLayer.tsx";
import { HeldLines } from "./HeldLines.tsx";
import { NodeCard } from "./NodeCard.tsx";
import { NoteCard } from "./NoteCard.tsx";
import type { PaletteEntry } from "./palette-entries.ts";
import { SelectionTools } from "./SelectionTools.tsx";
import styles from "./surface.module.css";
import { useCanvasKeys } from "./use-canvas-keys.ts";
import { useConnecting } from "./use-connecting.ts";
import { useDropping } from "./use-dropping.ts";
import { useFirstView } from "./use-first-view.ts";
import type { FlowNodes } from "./use-flow-nodes.ts";
import type { Focusing } from "./use-focusing.ts";
import { useFollowingHand } from "./use-following-hand.ts";
import { useMoving } from "./use-moving.ts";
import type { Popups } from "./use-popups.ts";
import { useNodeColour, useSurfaceHandlers } from "./use-surface-handlers.ts";
import { useZoomLevel } from "./use-zoom-level.ts";

const nodeTypes = { card: NodeCard, note: NoteCard };
const edgeTypes = { line: EdgeLine };
const grid: [number, number] = [8, 8];
const proOptions = { hideAttribution: true };
const noGroups: readonly never[] = [];

const multiSelectionKeys = ["Shift", "Control", "Meta"];

export interface SurfaceProps {
  readonly document: WorkflowDocument;
  readonly drawing: Drawing;
  readonly flow: FlowNodes;
  readonly entries: readonly PaletteEntry[];
  /** The palette entry in hand. */
  readonly dragged: PaletteEntry | null;
  readonly focusing: Focusing;
  readonly popups: Popups;
}

export function Surface({ document, drawing, flow, entries, dragged, focusing, popups }: SurfaceProps) {
  const { t } = useTranslation();
  const { readOnly } = useEditor();
  const frame = useRef<HTMLElement>(null);
  const [minimap, setMinimap] = useState(true);
  const toggleMinimap = useCallback(() => setMinimap((shown) => !shown), []);
  useFirstView(frame, drawing);
  useZoomLevel(frame);
  const moving = useMoving(frame);
  useFollowingHand(frame);
  const connecting = useConnecting(popups);
  const dropping = useDropping(drawing, dragged);
  const keys = useCanvasKeys({ frame, drawing, flow, focusing, popups });
  const handlers = useSurfaceHandlers(frame, flow.select, popups);
  const colourOf = useNodeColour();
  return (
    <section
      ref={frame}
      data-canvas
      data-level="full"
      className={styles.surface}
      role="application"
      aria-label={t("workflow.canvas.label")}
      aria-description={t("workflow.canvas.help")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas takes keys before any node has the focus
      tabIndex={0}
      {...dropping}
      {...keys}
    >
      <EdgeMarkers />
      <ReactFlow<CanvasNode, LineEdge>
        nodes={flow.nodes}
        edges={drawing.edges as LineEdge[]}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={flow.onNodesChange}
        {...moving}
        {...connecting}
        {...handlers}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        edgesReconnectable={!readOnly}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={multiSelectionKeys}
        zoomOnDoubleClick={false}
        panOnScroll
        snapToGrid
        snapGrid={grid}
        nodeDragThreshold={2}
        connectionRadius={28}
        minZoom={0.1}
        maxZoom={2}
        onlyRenderVisibleElements
        elevateNodesOnSelect={false}
        proOptions={proOptions}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color="var(--line)" />
        <GroupLayer groups={document.spec.groups ?? noGroups} onSelect={flow.select} />
        <HeldLines drawing={drawing} />
        {minimap ? (
          <MiniMap<CanvasNode>
            className={styles.minimap ?? ""}
            nodeColor={colourOf}
            nodeBorderRadius={8}
            bgColor="var(--surface)"
            maskColor="var(--minimap-mask)"
            pannable
            zoomable
            ariaLabel={t("workflow.canvas.minimap")}
          />
        ) : null}
      </ReactFlow>
      <ConnectTip />
      <SelectionTools select={flow.select} />
      <CanvasTools
        frame={frame}
        select={flow.select}
        onFind={popups.openFind}
        minimap={minimap}
        onMinimap={toggleMinimap}
      />
      <CanvasPopup frame={frame} entries={entries} popups={popups} focusing={focusing} />
      <DropHint />
    </section>
  );
}

/** Says in words what a lit edge says in colour. */
function DropHint() {
  const { t } = useTranslation();
  const onEdge = useCanvas((state) => state.dropEdge !== null);
  return onEdge ? <p className={styles.dropHint}>{t("workflow.canvas.insert")}</p> : null;
}
