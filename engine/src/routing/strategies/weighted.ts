import { leastLoadedKeys } from "../load-keys.ts";
import { byKeys, type Key, type RoutingStrategy } from "../strategy.ts";

/** Share of the capacity in use; without capacity an agent is as full as can be. */
const saturation: Key = ({ load, capacity }) => (capacity > 0 ? load / capacity : Number.MAX_VALUE);

/** 饱和度优先: lowest load ÷ capacity; ties as in `least-loaded`. */
export const weighted: RoutingStrategy = {
  definition: {
    id: "weighted",
    label: { zh: "饱和度优先", en: "Weighted by capacity" },
    description: {
      zh: "给饱和度（工单数 ÷ 接待上限）最低的客服",
      en: "The agent with the lowest share of their capacity in use",
    },
  },
  ...byKeys(saturation, ...leastLoadedKeys),
};
