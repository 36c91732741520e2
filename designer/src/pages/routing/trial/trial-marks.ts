/** What the try-it lights up in the drawing: the lane, the cards it passed, and the one where the ticket ends. */
import type { PreviewRoute, RoutingPreview } from "../../../client/routing.ts";

/** A lane took the ticket, was asked and did not match, or was never asked. */
export type LaneState = "taken" | "missed" | "later";

export type CardState = "passed" | "reached" | "later";

/** How a lane stands to the tried ticket. A campaign's route may have the id of a drawn one: it is another. */
export function laneState({ route, routes }: RoutingPreview, lane: string): LaneState {
  const own = routes.filter(({ campaign }) => campaign === null);
  const taken = own.findIndex((each) => each.route === route && each.result === true);
  const place = own.findIndex((each) => each.route === lane);
  if (place === taken && place >= 0) return "taken";
  return place >= 0 && (taken < 0 || place < taken) ? "missed" : "later";
}

/** How a card of the lane that took the ticket stands to it. */
export function cardState({ decision }: RoutingPreview, at: number): CardState {
  if (at === decision.step) return "reached";
  return at < decision.step ? "passed" : "later";
}

/** Nobody's route: the ticket goes to the fallback. */
export const isFallback = ({ route }: RoutingPreview): boolean => route === "fallback";

/** The routes up to the one that took the ticket, as far as they were asked. */
export function askedRoutes({ routes, route }: RoutingPreview): readonly PreviewRoute[] {
  const taken = routes.findIndex((each) => each.route === route);
  return taken < 0 ? routes : routes.slice(0, taken + 1);
}
