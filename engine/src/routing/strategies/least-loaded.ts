import { leastLoadedKeys } from "../load-keys.ts";
import { byKeys, type RoutingStrategy } from "../strategy.ts";

/** Fewest tickets; ties: longest since the last assignment, then id. */
export const leastLoaded: RoutingStrategy = {
  definition: {
    id: "least-loaded",
    label: { zh: "负载均衡", en: "Least loaded" },
    description: {
      zh: "给手上工单最少的客服；相同时给最久没有接到工单的客服",
      en: "The agent with the fewest tickets; on a tie, whoever has waited longest for one",
    },
  },
  ...byKeys(...leastLoadedKeys),
};
