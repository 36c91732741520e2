import { loadOf } from "./agent-load.js";

/** Guards a product such as 100 × 1.15 = 114.99… against losing a whole ticket to binary fractions. */
const rounding = 1e-9;
/** How many tickets of a kind an agent may carry under a campaign's factor. */
export const capacityOf = (agent, kind, factor) => Math.floor(agent.capacity[kind] * factor + rounding);
export const seesShop = (agent, shop) => agent.shops === null || shop === null || agent.shops.has(shop);
const isOnShift = (agent, on) => agent.shifts.length === 0 || agent.shifts.some((shift) => on.has(shift));
const lackOf = (agent, skills) => skills.find(({ skill, level = 1 }) => (agent.skills[skill] ?? 0) < level);
export const measure = (agent, row, need, factor) => ({
  agent,
  row,
  load: loadOf(row, need.kind, need.countsAsLoad),
  capacity: capacityOf(agent, need.kind, factor),
});
/** Why the agent cannot be given the ticket, or `null` when they can. Group membership is the caller's. */
export function skipReason(measured, need) {
  const { agent, row, load, capacity } = measured;
  if (need.exclude.includes(agent.id)) return "excluded";
  if (row?.presence !== "online") return "presence";
  if (!isOnShift(agent, need.shiftsOn)) return "off-shift";
  if (!need.ignoreCapacity && load >= capacity) return "at-capacity";
  if (!seesShop(agent, need.shop)) return "shop";
  return lackOf(agent, need.skills) ? "skill" : null;
}
/** What a reason is about: the presence, `load/capacity`, the shop, or the skill and level that is missing. */
export function skipDetail(reason, measured, need) {
  if (reason === "presence") return measured.row?.presence ?? "offline";
  if (reason === "at-capacity") return `${measured.load}/${measured.capacity}`;
  if (reason === "shop") return need.shop ?? undefined;
  const lack = reason === "skill" ? lackOf(measured.agent, need.skills) : undefined;
  return lack && `${lack.skill} ${measured.agent.skills[lack.skill] ?? 0}/${lack.level ?? 1}`;
}
//# sourceMappingURL=eligibility.js.map
