/** What to open and to show for a place of the document: a problem was clicked. */
import type { RoutingSpec } from "@sluice/schemas";
import type { OpenPanel } from "./routing-editor.ts";

export interface AskedPlace {
  readonly panel: OpenPanel;
  /** Of the element to bring into view. */
  readonly selector: string;
}

/** `undefined` for a place that the drawing shows without being asked. */
export function panelAt(path: string, { routes, pools }: RoutingSpec): AskedPlace | undefined {
  const [, , list = "", item = "", inner, at] = path.split("/");
  if (list === "pools" && Object.hasOwn(pools, item))
    return { panel: { type: "pool", pool: item }, selector: `[data-pool="${CSS.escape(item)}"]` };
  const route = list === "routes" ? routes[Number(item)] : undefined;
  if (!route) return undefined;
  const selector = `[data-route="${CSS.escape(route.id)}"]`;
  const step = inner === "steps" && at !== undefined ? Number(at) : undefined;
  if (step !== undefined && route.steps[step])
    return { panel: { type: "step", route: route.id, at: step }, selector };
  return { panel: { type: "route", route: route.id }, selector };
}
