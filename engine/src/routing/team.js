import { compileShifts } from "./shifts.js";

function guestGroups(overlays) {
  const groups = new Map();
  for (const { members = {} } of overlays)
    for (const [group, agents] of Object.entries(members))
      for (const agent of agents) groups.set(agent, [...(groups.get(agent) ?? []), group]);
  return groups;
}
const toTeamAgent = (agent, order, guestOf) => ({
  id: agent.id,
  order,
  groups: new Set([...agent.groups, ...guestOf]),
  skills: agent.skills ?? {},
  capacity: agent.capacity,
  shops: agent.shops && agent.shops.length > 0 ? new Set(agent.shops) : null,
  shifts: agent.shifts ?? [],
});
function membersByGroup(agents) {
  const members = new Map();
  for (const agent of agents)
    for (const group of agent.groups) {
      const list = members.get(group);
      if (list) list.push(agent);
      else members.set(group, [agent]);
    }
  return members;
}
function factorsOf(overlays) {
  const factors = new Map();
  for (const { capacity = {} } of overlays)
    for (const [group, factor] of Object.entries(capacity))
      if (!factors.has(group)) factors.set(group, factor);
  return factors;
}
/** Indexes the people once per publication; the agent order is the order they are given in. */
export function compileTeam(input) {
  const guests = guestGroups(input.overlays);
  const agents = input.agents.map((agent, order) => toTeamAgent(agent, order, guests.get(agent.id) ?? []));
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  const members = membersByGroup(agents);
  const known = new Set([...input.groups.map((group) => group.key), ...members.keys()]);
  const factors = factorsOf(input.overlays);
  const factor = (group) => factors.get(group) ?? 1;
  return {
    agents,
    agent: (id) => byId.get(id),
    members: (group) => members.get(group) ?? [],
    hasGroup: (group) => known.has(group),
    factor,
    bestFactor: (agent, groups = [...agent.groups]) =>
      groups.reduce((best, group) => Math.max(best, factor(group)), groups.length > 0 ? 0 : 1),
    shifts: compileShifts(input.shifts, input.timezone),
  };
}
//# sourceMappingURL=team.js.map
