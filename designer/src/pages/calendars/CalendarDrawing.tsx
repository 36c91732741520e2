/** A working calendar as a drawing. */
import type { DrawingProps } from "../../document/drawing.ts";

export function CalendarDrawing({ document }: DrawingProps<"calendar">) {
  return <p>{document.spec.timezone}</p>;
}
