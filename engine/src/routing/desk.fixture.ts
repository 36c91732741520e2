/** A small house for the routing tests: a policy, some agents, a load state with an open transaction. */
import type { Agent, Presence, RoutingSpec, SluiceDocument } from "@sluice/schemas";
import { createLoadState, type LoadState } from "./load-state.ts";
import { type CompiledRouting, compileRouting, type RoutingOptions } from "./policy.ts";
import type { Placement, RoutingRequest } from "./request.ts";

/** Monday 2026-03-02, 10:00 in Shanghai. */
export const monday = Date.UTC(2026, 2, 2, 2);
export const minute = 60_000;

export const agent = (id: string, over: Partial<Agent> = {}): Agent => ({
  id,
  name: id,
  groups: ["g"],
  capacity: { chat: 2, ticket: 2 },
  ...over,
});

export const policyOf = (spec: Partial<RoutingSpec>): SluiceDocument<"routing"> => ({
  kind: "routing",
  key: "default",
  name: "default",
  formatVersion: 1,
  spec: { routes: [], fallback: { pool: "general" }, pools: { general: {} }, ...spec },
});

export const request = (ticket: string, over: Partial<RoutingRequest> = {}): RoutingRequest => ({
  ticket,
  facts: {},
  kind: "ticket",
  shop: null,
  status: "open",
  priority: "P2",
  due: null,
  createdAt: monday,
  escalated: false,
  ...over,
});

export interface Desk {
  readonly routing: CompiledRouting;
  readonly load: LoadState;
  /** The request of a placed ticket, standing where its placement left it. */
  after(ticket: string, placement: Placement, over?: Partial<RoutingRequest>): RoutingRequest;
}

/** Everybody is online since `monday` unless said otherwise. */
export function desk(
  spec: Partial<RoutingSpec>,
  agents: readonly Agent[],
  options: Partial<RoutingOptions> & { readonly presence?: { readonly [id: string]: Presence } } = {},
): Desk {
  const { presence = {}, ...rest } = options;
  const routing = compileRouting(policyOf(spec), { agents, groups: [], ...rest });
  const load = createLoadState();
  load.begin();
  for (const { id } of agents) load.setPresence(id, presence[id] ?? "online", monday);
  const after = (ticket: string, placement: Placement, over: Partial<RoutingRequest> = {}) =>
    request(ticket, { current: placement.position, ...over });
  return { routing, load, after };
}

/** One route with these steps, for everything. */
export const oneRoute = (...steps: RoutingSpec["routes"][number]["steps"]): Partial<RoutingSpec> => ({
  routes: [{ id: "all", steps }],
});

/** The agent of an assignment, or how else it came out. */
export const whoGot = ({ outcome }: Placement): string =>
  outcome.type === "assigned" ? outcome.agent : outcome.type;
