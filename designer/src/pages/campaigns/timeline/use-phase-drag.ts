/** Moving a phase or one of its edges, by pointer and by key; what meets an edge follows unless Alt is held. */
import type { PointerEvent } from "react";
import { spanOf } from "../../../editor/campaign/instants.ts";
import { type Edge, movePhase, resizePhase } from "../../../editor/campaign/phase-commands.ts";
import { instantAt, snapped, snapStep } from "../axis/axis.ts";
import type { PhaseRowProps } from "./PhaseRow.tsx";

export type Part = "body" | Edge;

export function usePhaseDrag({ phase, axis, document, session, execute, onSelect, readOnly }: PhaseRowProps) {
  const { id } = phase;
  const spanNow = () => {
    const found = session.getState().document.spec.phases.find((each) => each.id === id) ?? phase;
    return spanOf(found);
  };
  /** Moves a part so that its instant is `at`; a refusal while dragging leaves it where it is. */
  const moveTo = (part: Part, at: number, alone: boolean, quiet: boolean) => {
    const span = spanNow();
    const old = part === "body" ? span.from : span[part];
    if (at === old) return;
    const command = part === "body" ? movePhase(id, at - old) : resizePhase({ id, edge: part, at, alone });
    if (!quiet || session.refusalOf(command) === undefined) execute(command);
  };
  const begin = (part: Part) => (event: PointerEvent<HTMLElement>) => {
    if (readOnly || event.button !== 0) return;
    onSelect(id);
    session.seal();
    const target = event.currentTarget;
    const start = event.clientX;
    const span = spanNow();
    const first = part === "body" ? span.from : span[part];
    // The axis of the moment the drag began: it must not move under the hand.
    const held = axis;
    const step = snapStep(held);
    target.setPointerCapture(event.pointerId);
    const move = (next: globalThis.PointerEvent) => {
      if (Math.abs(next.clientX - start) < 3) return;
      const wanted = first + instantAt(held, next.clientX - start) - held.from;
      moveTo(part, snapped(wanted, step, held.zone), next.altKey, true);
    };
    const stop = () => {
      session.seal();
      target.removeEventListener("pointermove", move);
      target.removeEventListener("pointerup", stop);
      target.removeEventListener("pointercancel", stop);
    };
    target.addEventListener("pointermove", move);
    target.addEventListener("pointerup", stop);
    target.addEventListener("pointercancel", stop);
  };
  const nudge = (part: Part, ms: number, alone: boolean) => {
    const span = spanNow();
    moveTo(part, (part === "body" ? span.from : span[part]) + ms, alone, false);
  };
  return { begin, nudge, document };
}
