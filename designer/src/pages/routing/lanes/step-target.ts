/** Where an arrow key takes a card. */
import type { RoutingSpec } from "@sluice/schemas";
import type { StepPlace } from "../../../editor/routing/step-commands.ts";

const along: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
const across: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** The new place; `undefined` for another key and at the edge. In another lane it comes before that lane's pool. */
export function stepTarget(
  { routes }: Pick<RoutingSpec, "routes">,
  { route, at }: StepPlace,
  key: string,
): StepPlace | undefined {
  const lane = routes.findIndex(({ id }) => id === route);
  const sideways = along[key];
  if (sideways !== undefined) {
    const to = at + sideways;
    return to < 0 || to >= (routes[lane]?.steps.length ?? 0) ? undefined : { route, at: to };
  }
  const target = routes[lane + (across[key] ?? routes.length)];
  if (!target) return undefined;
  const pool = target.steps.findIndex((step) => "pool" in step);
  return { route: target.id, at: Math.min(at, pool < 0 ? target.steps.length : pool) };
}
