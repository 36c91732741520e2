/** Finding routes by their id, saying when one is gone, and new ids. */
import type { Route, SluiceDocument } from "@sluice/schemas";
import type { Refusal } from "../command.ts";

export type RoutingDocument = SluiceDocument<"routing">;

/** The route of a policy or of its draft. */
export const routeOf = <T extends Route>(
  spec: { readonly routes: readonly T[] },
  id: string,
): T | undefined => spec.routes.find((route) => route.id === id);

/** The place of a route as a JSON pointer; the list where it is gone. */
export function routePath({ spec }: RoutingDocument, id: string): string {
  const place = spec.routes.findIndex((route) => route.id === id);
  return place < 0 ? "/spec/routes" : `/spec/routes/${place}`;
}

/** Why a command about a route cannot be carried out. */
export const refuseMissingRoute = (document: RoutingDocument, id: string): Refusal | undefined =>
  routeOf(document.spec, id)
    ? undefined
    : { reason: { key: "routing.refusals.noRoute" }, path: "/spec/routes" };

/** An id that none of those has: `route-2`, `route-3`… */
export function freshId(stem: string, taken: readonly string[]): string {
  for (let n = taken.length + 1; ; n += 1) if (!taken.includes(`${stem}-${n}`)) return `${stem}-${n}`;
}

/** Takes the item at `from` out and puts it in at `to`. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = [...items];
  const [item] = rest.splice(from, 1);
  if (item !== undefined) rest.splice(to, 0, item);
  return rest;
}

/** A part of a drawing as plain data, also while it is being changed. */
export const plainOf = <T>(part: T): T => JSON.parse(JSON.stringify(part)) as T;
