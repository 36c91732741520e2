import { byId, firstOf } from "../strategy.js";
/** The next eligible agent after the one chosen last, in agent order. */
export const roundRobin = {
  definition: {
    id: "round-robin",
    label: { zh: "轮询", en: "Round robin" },
    description: {
      zh: "按客服顺序轮流分配，跳过当前不可接单的客服",
      en: "One after the other in agent order, passing over whoever cannot take a ticket now",
    },
  },
  keepsCursor: true,
  compare: firstOf((a, b, { size, cursor }) => {
    const distance = (order) => (order - cursor - 1 + size) % size;
    return distance(a.order) - distance(b.order);
  }, byId),
};
//# sourceMappingURL=round-robin.js.map
