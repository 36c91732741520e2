import { byId, firstOf, type RoutingStrategy } from "../strategy.ts";

/** The next eligible agent after the one chosen last, in agent order. */
export const roundRobin: RoutingStrategy = {
  definition: {
    id: "round-robin",
    label: { zh: "轮询", en: "Round robin" },
    description: {
      zh: "按客服顺序轮流分配，跳过当前不可接单的客服",
      en: "One after the other in agent order, passing over whoever cannot take a ticket now",
    },
  },
  keepsCursor: true,
  circular: true,
  compare: firstOf((a, b, { size, cursor }) => {
    const distance = (order: number) => (order - cursor - 1 + size) % size;
    return distance(a.order) - distance(b.order);
  }, byId),
};
