/** The tools at the foot of the canvas: zoom, fit, layout, note, find. */
import {
  AimOutlined,
  ApartmentOutlined,
  BorderOutlined,
  FileTextOutlined,
  MinusOutlined,
  PlusOutlined,
  SearchOutlined,
} from "@ant-design/icons";
import { useReactFlow, useStore } from "@xyflow/react";
import { memo, type ReactNode, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { arrange } from "../editor/workflow/arrange.ts";
import { layout } from "../editor/workflow/layout.ts";
import { addNote } from "../editor/workflow/notes.ts";
import type { CanvasNode } from "./drawing-model.ts";
import { useEditor } from "./editor-context.ts";
import styles from "./tools.module.css";
import { useShowWhole } from "./use-first-view.ts";

export interface ToolProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly pressed?: boolean;
}

export function Tool({ label, onClick, children, pressed }: ToolProps) {
  return (
    <button type="button" aria-label={label} title={label} aria-pressed={pressed} onClick={onClick}>
      {children}
    </button>
  );
}

export interface CanvasToolsProps {
  readonly frame: RefObject<HTMLElement | null>;
  readonly select: (ids: readonly string[]) => void;
  readonly onFind: () => void;
  readonly minimap: boolean;
  readonly onMinimap: () => void;
}

/** The time a layout's movement takes; none where motion is unwelcome. */
const movement = 200;

/** Lays out, lets the cards glide to their places, and shows the whole. */
function useLayoutCommand(frame: CanvasToolsProps["frame"]) {
  const { session, execute, drafting } = useEditor();
  const { getNodes } = useReactFlow<CanvasNode>();
  const show = useShowWhole(frame);
  return () => {
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const canvas = frame.current;
    if (!still && canvas) {
      canvas.dataset.gliding = "true";
      setTimeout(() => delete canvas.dataset.gliding, movement + 50);
    }
    session.seal();
    if (!execute(arrange(layout(session.getState().document, drafting.kinds)))) return;
    requestAnimationFrame(() => show({ nodes: getNodes() }, still ? 0 : movement));
  };
}

export const CanvasTools = memo(function CanvasTools(props: CanvasToolsProps) {
  const { frame, select, onFind, minimap, onMinimap } = props;
  const { t } = useTranslation();
  const { readOnly, execute, drafting, store } = useEditor();
  const { zoomIn, zoomOut, zoomTo, fitView, screenToFlowPosition } = useReactFlow();
  const percent = Math.round(useStore(({ transform }) => transform[2]) * 100);
  const layOut = useLayoutCommand(frame);
  const note = () => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined) return;
    const at = screenToFlowPosition({ x: box.x + box.width / 2 - 104, y: box.y + 64 });
    const { id, command } = addNote(drafting, "", at);
    if (!execute(command)) return;
    select([id]);
    store.set({ renaming: id });
  };
  return (
    <div className={styles.tools} role="toolbar" aria-label={t("workflow.tools.label")}>
      <Tool label={t("workflow.tools.zoomOut")} onClick={() => void zoomOut()}>
        <MinusOutlined aria-hidden />
      </Tool>
      <button
        type="button"
        className={styles.percent}
        aria-label={t("workflow.tools.zoom", { percent })}
        title={t("workflow.tools.zoom", { percent })}
        onClick={() => void zoomTo(1)}
      >
        {percent}%
      </button>
      <Tool label={t("workflow.tools.zoomIn")} onClick={() => void zoomIn()}>
        <PlusOutlined aria-hidden />
      </Tool>
      <Tool label={t("workflow.tools.fit")} onClick={() => void fitView({ padding: 0.1, maxZoom: 1 })}>
        <AimOutlined aria-hidden />
      </Tool>
      <span className={styles.rule} />
      {readOnly ? null : (
        <>
          <Tool label={t("workflow.tools.layout")} onClick={layOut}>
            <ApartmentOutlined aria-hidden />
          </Tool>
          <Tool label={t("workflow.tools.note")} onClick={note}>
            <FileTextOutlined aria-hidden />
          </Tool>
        </>
      )}
      <Tool label={t("workflow.find.open")} onClick={onFind}>
        <SearchOutlined aria-hidden />
      </Tool>
      <Tool label={t("workflow.tools.minimap")} onClick={onMinimap} pressed={minimap}>
        <BorderOutlined aria-hidden />
      </Tool>
    </div>
  );
});
