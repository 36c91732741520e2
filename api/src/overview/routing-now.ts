/** How loaded the groups are and what waits, from the routing aggregate in memory. */
import type { CompiledRouting, GroupView, QueueEntry } from "@sluice/engine";
import type { CapacityKind } from "@sluice/schemas";
import { toIso } from "../clock.ts";
import type { Runtime } from "../runtime/runtime.ts";

type Live = Pick<Runtime, "definitions" | "load" | "clock">;

/** The policies that are live, each as it is under the campaigns in force. */
export function livePolicies({ definitions, clock }: Live): readonly CompiledRouting[] {
  return definitions.documents.flatMap(({ document }) =>
    document.kind === "routing" ? (definitions.current.routing(document.key, clock.now()) ?? []) : [],
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Since when the longest waiting one waits. */
export const oldestOf = (entries: readonly Pick<QueueEntry, "since">[]): string | null =>
  entries.length === 0 ? null : toIso(Math.min(...entries.map(({ since }) => since)));

/** A group's figures; chats and tickets together. */
export function groupFigures({ group, members, waiting }: GroupView) {
  const both = (read: (kind: CapacityKind, at: number) => number) =>
    sum(members.map((_, at) => read("chat", at) + read("ticket", at)));
  return {
    key: group,
    members: members.length,
    online: members.filter(({ presence }) => presence === "online").length,
    load: both((kind, at) => members[at]?.[kind].load ?? 0),
    capacity: both((kind, at) => members[at]?.[kind].capacity ?? 0),
    waiting: waiting.length,
    oldestAt: oldestOf(waiting),
  };
}

/** Every group as the house's default policy counts it. */
export function groupViews(live: Live): readonly GroupView[] {
  const { current } = live.definitions;
  const now = live.clock.now();
  const policy = current.routing(current.defaultRouting ?? "", now);
  return current.people.groups.map(
    ({ key }) => policy?.groupView(live.load, key, now) ?? { group: key, members: [], waiting: [] },
  );
}

/** Every pool of every live policy with what lies in it. */
export function poolFigures(live: Live) {
  return livePolicies(live).flatMap((policy) => {
    const found = live.definitions.documents.find(
      ({ document }) => document.kind === "routing" && document.key === policy.ref.key,
    );
    const pools = found?.document.kind === "routing" ? found.document.spec.pools : {};
    return Object.entries(pools).map(([key, pool]) => {
      const entries = policy.queueView(live.load, key).map(({ entry }) => entry);
      const name = pool.name ?? "";
      return { policy: policy.ref.key, key, name, count: entries.length, oldestAt: oldestOf(entries) };
    });
  });
}

/** What the overview shows of routing. */
export function routingNow(live: Live) {
  const groups = groupViews(live).map(groupFigures);
  const queues = [...live.load.queues()].filter((name) => name.startsWith("group:"));
  return {
    waiting: sum(queues.map((name) => live.load.queue(name).length)),
    groups,
    pools: poolFigures(live),
  };
}

/** A ticket that asks for nothing in particular: who could take one now. */
const anyTicket = (kind: CapacityKind, now: number) =>
  ({
    ticket: "",
    facts: {},
    kind,
    shop: null,
    status: "new",
    priority: "P3",
    due: null,
    createdAt: now,
    escalated: false,
  }) as const;

const placeKey = (policy: string, route: string, step: number): string => `${policy}\n${route}\n${step}`;

/** Waiting tickets by policy, route and step. */
function waitingByStep({ load }: Live): ReadonlyMap<string, readonly QueueEntry[]> {
  const byStep = new Map<string, QueueEntry[]>();
  for (const name of load.queues())
    if (name.startsWith("group:"))
      for (const entry of load.queue(name)) {
        const key = placeKey(entry.policy.key, entry.route, entry.step);
        byStep.set(key, [...(byStep.get(key) ?? []), entry]);
      }
  return byStep;
}

/** Each policy's routes and steps: how many wait there, and how many agents could take one now. */
export function routingLoad(live: Live, limit: number) {
  const now = live.clock.now();
  const waiting = waitingByStep(live);
  const eligible = (policy: CompiledRouting, kind: CapacityKind, route: string, step: number): number =>
    policy.countEligible(live.load, anyTicket(kind, now), { route, step }, now);
  return {
    at: toIso(now),
    policies: livePolicies(live).map((policy) => ({
      key: policy.ref.key,
      revision: policy.ref.revision,
      routes: policy.routes.map(({ steps, ...route }) => ({
        ...route,
        steps: steps.map((step, at) => {
          const entries = waiting.get(placeKey(policy.ref.key, route.route, at)) ?? [];
          if (step.type !== "group") return step;
          return {
            ...step,
            waiting: entries.length,
            oldestAt: oldestOf(entries),
            eligible: {
              chat: eligible(policy, "chat", route.route, at),
              ticket: eligible(policy, "ticket", route.route, at),
            },
          };
        }),
      })),
    })),
    // The figures are of everybody; of a large group the list has the first members alone.
    groups: groupViews(live).map((view) => ({
      ...groupFigures(view),
      agents: view.members.slice(0, limit),
    })),
    pools: poolFigures(live),
  };
}
