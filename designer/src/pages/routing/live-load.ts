/** Live figures of a lane: the draft's steps laid over the routes that are live, by their groups. */
import type { GroupStep, RoutingStep } from "@sluice/schemas";
import type { GroupLoad, PoolLoad, RoutingLoad, StepLoad } from "../../client/routing.ts";

/** The figures of a policy; `live` is false while it was never published. */
export interface PolicyLoad {
  readonly at: string;
  readonly live: boolean;
  readonly groups: ReadonlyMap<string, GroupLoad>;
  readonly pools: ReadonlyMap<string, PoolLoad>;
  /** The live steps of a route; none for one that is only drawn. */
  readonly stepsOf: (route: string) => readonly StepLoad[];
  /** Routes that a campaign puts first at the moment. */
  readonly campaigns: readonly { readonly campaign: string; readonly names: readonly string[] }[];
}

function campaignRoutes(policy: RoutingLoad["policies"][number] | undefined): PolicyLoad["campaigns"] {
  const byCampaign = new Map<string, string[]>();
  for (const { campaign, name, route } of policy?.routes ?? [])
    if (campaign !== null) byCampaign.set(campaign, [...(byCampaign.get(campaign) ?? []), name || route]);
  return [...byCampaign].map(([campaign, names]) => ({ campaign, names }));
}

/** One policy's part of the house's figures. */
export function policyLoad(load: RoutingLoad, key: string): PolicyLoad {
  const policy = load.policies.find((each) => each.key === key);
  const routes = new Map(
    (policy?.routes ?? []).flatMap(({ route, campaign, steps }) =>
      campaign === null ? [[route, steps] as const] : [],
    ),
  );
  return {
    at: load.at,
    live: policy !== undefined,
    groups: new Map(load.groups.map((group) => [group.key, group])),
    pools: new Map(load.pools.filter((pool) => pool.policy === key).map((pool) => [pool.key, pool])),
    stepsOf: (route) => routes.get(route) ?? [],
    campaigns: campaignRoutes(policy),
  };
}

/**
 * The live step that a drawn one stands for: as many-eth of its group as it is in the draft, so that figures stay
 * with their group while other steps are added and moved.
 */
export function liveStep(
  steps: readonly RoutingStep[],
  at: number,
  live: readonly StepLoad[],
): StepLoad | undefined {
  const step = steps[at];
  if (step === undefined || !("group" in step)) return undefined;
  const sameGroup = (each: RoutingStep): each is GroupStep => "group" in each && each.group === step.group;
  const nth = steps.slice(0, at).filter(sameGroup).length;
  return live.filter(({ group }) => group === step.group)[nth];
}

/** Who of a group could take one now that asks for nothing: where there is no live step to tell. */
export function freeMembers({ agents }: GroupLoad): { readonly chat: number; readonly ticket: number } {
  const free = (kind: "chat" | "ticket") => agents.filter((agent) => agent[kind].blockedBy === null).length;
  return { chat: free("chat"), ticket: free("ticket") };
}
