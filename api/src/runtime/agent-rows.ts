/** Agents come and go: the routing aggregate has a row for each. */
import type { LoadState, People } from "@sluice/engine";

/** Gives every agent a row and drops those of agents that are gone and carry nothing. */
export function syncAgents(load: LoadState, people: People, now: number): void {
  const known = new Set(people.agents.map(({ id }) => id));
  for (const id of known) if (!load.agent(id)) load.setPresence(id, "offline", now);
  for (const row of [...load.agents()])
    if (!known.has(row.id) && carriesNothing(row.counts)) load.removeAgent(row.id);
}

const carriesNothing = (counts: Readonly<Record<string, Readonly<Record<string, number>>>>): boolean =>
  Object.values(counts).every((byStatus) => Object.values(byStatus).every((count) => count === 0));
