/** routing: routes and their steps, pools, and everybody they name. */
import { type Pool, type Problem, type Route, type SluiceDocument } from "@sluice/schemas";
import type { CheckContext } from "./check-context.ts";
/** The pools of the policy that a route belongs to. */
export type Pools = Readonly<Record<string, Pool>>;
/** A group that routing names; `routing.unknown-group` when nobody has founded it. */
export declare const checkGroup: (group: string, path: string, { options }: CheckContext) => Problem[];
/** Routes of a policy, or those that a campaign puts before it. */
export declare const checkRoutes: (routes: readonly Route[], path: string, pools: Pools, context: CheckContext) => Problem[];
/** Everything that keeps a routing policy from being published. */
export declare const checkRouting: ({ spec }: SluiceDocument<"routing">, context: CheckContext) => Problem[];
