/** Where to see whom a new agent gets tickets from. */
import type { RoutingLoad } from "../../../client/routing.ts";

/** The first live policy that gives tickets to one of the groups; the list where there is none. */
export function policyAddress(load: RoutingLoad | undefined, groups: readonly string[]): string {
  const policy = load?.policies.find(({ routes }) =>
    routes.some(({ steps }) => steps.some(({ group }) => group !== undefined && groups.includes(group))),
  );
  return policy ? `/routing/${encodeURIComponent(policy.key)}` : "/routing";
}
