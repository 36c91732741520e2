/** Names of what can be dragged: lanes and cards share one area, and each only goes where its kind belongs. */
import type { StepPlace } from "../../../editor/routing/step-commands.ts";

export const laneId = (route: string): string => `lane ${route}`;
export const stepId = (route: string, at: number): string => `step ${at} ${route}`;

/** What a name stands for. */
export type Dragged =
  | { readonly type: "lane"; readonly route: string }
  | ({ readonly type: "step" } & StepPlace);

/** Reads a name; `undefined` for one of neither kind. */
export function readDragged(id: string): Dragged | undefined {
  if (id.startsWith("lane ")) return { type: "lane", route: id.slice(5) };
  const found = /^step (\d+) ([\s\S]+)$/.exec(id);
  return found ? { type: "step", at: Number(found[1]), route: found[2] ?? "" } : undefined;
}
