/** Carries adding out: plans, executes, chooses the new node and puts the focus on it. */
import { useReactFlow } from "@xyflow/react";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Drafting } from "../editor/workflow/drafting.ts";
import { addNode, addNodeOnEdge } from "../editor/workflow/nodes.ts";
import type { Adding, AddingPlace } from "./adding-context.ts";
import { type AddingPlan, planAdding } from "./adding-plan.ts";
import { useEditor } from "./editor-context.ts";
import type { PaletteEntry } from "./palette-entries.ts";

function toCommand(drafting: Drafting, entry: PaletteEntry, plan: AddingPlan) {
  const added = { kind: entry.kind, name: entry.label, config: entry.config, position: plan.position };
  if (plan.edge !== undefined) return addNodeOnEdge(drafting, plan.edge, added, plan);
  return addNode(drafting, added, plan.from);
}

export interface UseAdding {
  readonly select: (ids: readonly string[]) => void;
  readonly focus: (id: string) => void;
  readonly open: Adding["open"];
  /** The middle of what is in view, in window coordinates. */
  readonly viewCentre: () => { x: number; y: number };
}

export function useAddingNodes({ select, focus, open, viewCentre }: UseAdding): Adding {
  const { t } = useTranslation();
  const { session, execute, drafting, announce } = useEditor();
  const { screenToFlowPosition } = useReactFlow();
  const add = useCallback(
    (entry: PaletteEntry, place: AddingPlace) => {
      const { document } = session.getState();
      const { at, ...rest } = place;
      const flowPlace = at ? { ...rest, at: screenToFlowPosition(at) } : rest;
      const centre = screenToFlowPosition(viewCentre());
      const plan = planAdding(document, drafting.kinds, entry, flowPlace, centre);
      const { id, command } = toCommand(drafting, entry, plan);
      session.seal();
      if (!execute(command)) return undefined;
      session.seal();
      select([id]);
      focus(id);
      announce(t("workflow.canvas.added", { name: entry.label }));
      return id;
    },
    [session, execute, drafting, announce, screenToFlowPosition, select, focus, viewCentre, t],
  );
  return useMemo(() => ({ add, open }), [add, open]);
}
