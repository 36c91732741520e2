import { byId, firstOf } from "../strategy.js";

/** Never assigned counts as the longest ago. */
const since = (at) => at ?? Number.NEGATIVE_INFINITY;
const byLoad = (a, b) => a.load - b.load;
const byRest = (a, b) =>
  since(a.lastAssignedAt) === since(b.lastAssignedAt) ? 0 : since(a.lastAssignedAt) - since(b.lastAssignedAt);
/** Fewest tickets; ties: longest since the last assignment, then id. */
export const leastLoaded = {
  definition: {
    id: "least-loaded",
    label: { zh: "负载均衡", en: "Least loaded" },
    description: {
      zh: "给手上工单最少的客服；相同时给最久没有接到工单的客服",
      en: "The agent with the fewest tickets; on a tie, whoever has waited longest for one",
    },
  },
  compare: firstOf(byLoad, byRest, byId),
};
//# sourceMappingURL=least-loaded.js.map
