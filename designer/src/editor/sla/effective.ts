/** What a cell comes to for a clock that starts at an instant. */
import { type CompiledCalendar, EngineError, scaledTarget, type TargetSource } from "@sluice/engine";
import type { SlaTarget } from "@sluice/schemas";

/** The target; `undefined` while the text is none that can be used. Not for the platform's deadline. */
export function effectiveTarget(
  { text, scaling }: Pick<TargetSource, "text" | "scaling">,
  calendar: CompiledCalendar,
  at: number,
): SlaTarget | undefined {
  try {
    return scaledTarget(
      text,
      scaling.map(({ factor }) => factor),
      at,
      calendar,
    );
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}
