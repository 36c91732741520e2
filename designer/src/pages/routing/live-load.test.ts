import { expect, it } from "vitest";
import type { RoutingLoad } from "../../client/routing.ts";
import { freeMembers, liveStep, policyLoad } from "./live-load.ts";

const room = (blockedBy: "at-capacity" | null) => ({ load: 1, capacity: 2, blockedBy });
const load: RoutingLoad = {
  at: "2026-03-02T02:00:00.000Z",
  policies: [
    {
      key: "default",
      revision: 3,
      routes: [
        {
          route: "sale",
          name: "大促",
          campaign: "double11",
          steps: [{ type: "group", group: "rapid", waiting: 9 }],
        },
        {
          route: "returns",
          name: "退换货",
          campaign: null,
          steps: [
            { type: "sticky" },
            { type: "group", group: "a", waiting: 1 },
            { type: "group", group: "b", waiting: 2 },
            { type: "group", group: "a", waiting: 3 },
          ],
        },
      ],
    },
  ],
  groups: [
    {
      key: "a",
      members: 2,
      online: 1,
      load: 3,
      capacity: 8,
      waiting: 4,
      oldestAt: null,
      agents: [
        { agent: "a1", presence: "online", chat: room(null), ticket: room("at-capacity") },
        { agent: "a2", presence: "online", chat: room(null), ticket: room(null) },
      ],
    },
  ],
  pools: [
    { policy: "default", key: "general", name: "公共", count: 2, oldestAt: null },
    { policy: "other", key: "general", name: "别的", count: 7, oldestAt: null },
  ],
};

it("gives a policy its own routes and pools, a campaign's apart", () => {
  const found = policyLoad(load, "default");
  expect(found.live).toBe(true);
  expect(found.pools.get("general")?.count).toBe(2);
  expect(found.stepsOf("sale")).toEqual([]);
  expect(found.campaigns).toEqual([{ campaign: "double11", names: ["大促"] }]);
  expect(policyLoad(load, "unpublished")).toMatchObject({ live: false, campaigns: [] });
});

it("keeps a step's figures with its group while the draft is rearranged", () => {
  const live = policyLoad(load, "default").stepsOf("returns");
  const draft = [{ group: "new" }, { group: "b" }, { group: "a" }, { pool: "general" }, { group: "a" }];
  expect(draft.map((_, at) => liveStep(draft, at, live)?.waiting)).toEqual([undefined, 2, 1, undefined, 3]);
});

it("counts who is free for each kind of ticket", () => {
  const group = load.groups[0];
  expect(group && freeMembers(group)).toEqual({ chat: 2, ticket: 1 });
});
