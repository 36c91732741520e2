/** The three panels and what they share: adding, choosing, and the place that somebody asked to see. */
import type { Finding } from "@sluice/schemas";
import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlaceAsked } from "../document/drawing.ts";
import type { WorkflowDocument } from "../editor/workflow/model.ts";
import { AddingContext, type AddingPlace } from "./adding-context.ts";
import { createDrawing } from "./drawing-model.ts";
import { useEditor } from "./editor-context.ts";
import { InspectorPanel } from "./inspector/InspectorPanel.tsx";
import { describeWith } from "./node-label.ts";
import { Palette } from "./Palette.tsx";
import { type PaletteEntry, paletteEntries } from "./palette-entries.ts";
import { Surface } from "./Surface.tsx";
import styles from "./surface.module.css";
import { useAddingNodes } from "./use-adding.ts";
import { useAskedPlace } from "./use-asked-place.ts";
import { useClipboard } from "./use-clipboard.ts";
import { useFlowNodes } from "./use-flow-nodes.ts";
import { useFocusing } from "./use-focusing.ts";
import { usePopups } from "./use-popups.ts";
import { useWidth } from "./use-width.ts";

/** Widths at which the canvas keeps its 640 px beside both panels, or beside the inspector and the slim palette. */
const roomForAll = 220 + 640 + 360;

export interface WorkbenchProps {
  readonly document: WorkflowDocument;
  readonly findings: readonly Finding[];
  readonly asked: PlaceAsked | null;
}

export function Workbench({ document, findings, asked }: WorkbenchProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { words, drafting, language, store, hand } = editor;
  const bench = useRef<HTMLDivElement>(null);
  const width = useWidth(bench);
  const draw = useMemo(
    () => createDrawing(drafting.kinds, describeWith(words, drafting.kinds)),
    [drafting, words],
  );
  const drawing = useMemo(() => draw(document), [draw, document]);
  const flow = useFlowNodes(drawing.nodes, store, hand);
  const entries = useMemo(() => paletteEntries(words.catalog, t, language), [words.catalog, t, language]);
  const focusing = useFocusing(bench, flow.select);
  const popups = usePopups();
  const viewCentre = useCallback(() => centreOf(bench.current), []);
  const open = popups.openQuickAdd as (place: AddingPlace) => void;
  const adding = useAddingNodes({ select: flow.select, focus: focusing.focusNode, open, viewCentre });
  const [dragged, setDragged] = useState<PaletteEntry | null>(null);
  const place = useAskedPlace(document, asked, flow.select, focusing.reveal);
  useClipboard(bench, flow.select, viewCentre);
  return (
    <AddingContext value={adding}>
      <div ref={bench} className={styles.bench} data-ready={width > 0}>
        <Palette entries={entries} slim={width < roomForAll} onDrag={setDragged} />
        <Surface
          document={document}
          drawing={drawing}
          flow={flow}
          entries={entries}
          dragged={dragged}
          focusing={focusing}
          popups={popups}
        />
        <InspectorPanel document={document} findings={findings} place={place} />
      </div>
    </AddingContext>
  );
}

/** The middle of the canvas in the window. */
function centreOf(bench: HTMLElement | null): { x: number; y: number } {
  const box = bench?.querySelector("[data-canvas]")?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2 - 104, y: box.y + box.height / 2 - 30 } : { x: 0, y: 0 };
}
