import { leastLoadedKeys } from "../load-keys.ts";
import { byKeys, type RoutingStrategy } from "../strategy.ts";

/** Highest summed level in the skills asked for; ties as in `least-loaded`. */
export const skillMatch: RoutingStrategy = {
  definition: {
    id: "skill-match",
    label: { zh: "技能匹配", en: "Skill match" },
    description: {
      zh: "给所需技能等级之和最高的客服；相同时按负载均衡",
      en: "The agent with the highest levels in the skills asked for; on a tie, the least loaded",
    },
  },
  ...byKeys(({ skillLevel }) => -skillLevel, ...leastLoadedKeys),
};
