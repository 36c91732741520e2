/** The lists of routes that a document holds: a policy's own, and those that campaigns put before one. */
import type { AnyDocument, Finding, Route } from "@sluice/schemas";
import { at } from "../check/pointer.ts";
import type { LintContext } from "./rule.ts";

export interface RouteList {
  readonly routes: readonly Route[];
  /** JSON pointer of the list. */
  readonly path: string;
  /** Key of the pool for what no route takes, and its name; `undefined` where the policy is not there. */
  readonly fallback: { readonly key: string; readonly name: string } | undefined;
}

/** Advice about lists of routes; `id` is the file's name. */
export interface RouteListRule {
  readonly id: string;
  check(list: RouteList, context: LintContext): readonly Finding[];
}

function fallbackOf(document: AnyDocument | undefined): RouteList["fallback"] {
  if (document?.kind !== "routing") return undefined;
  const { fallback, pools } = document.spec;
  const key = fallback.pool;
  return { key, name: (Object.hasOwn(pools, key) ? pools[key]?.name : undefined) || key };
}

/** Every list of a document. */
export function routeListsOf(document: AnyDocument, { find }: LintContext): readonly RouteList[] {
  if (document.kind === "routing")
    return [{ routes: document.spec.routes, path: "/spec/routes", fallback: fallbackOf(document) }];
  if (document.kind !== "campaign") return [];
  return document.spec.phases.flatMap(({ routing = [] }, phase) =>
    routing.map(({ policy, prepend = [] }, index) => ({
      routes: prepend,
      path: at("/spec/phases", phase, "routing", index, "prepend"),
      fallback: fallbackOf(find("routing", policy) as AnyDocument | undefined),
    })),
  );
}
