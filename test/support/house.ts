/** A house for tests: settings, people and documents, and how a server is furnished with one. */
import type { Agent, AnyDocument, Group, Settings, Shift, Skill } from "@sluice/schemas";
import type { TestServer } from "./server.ts";

export interface HousePeople {
  readonly agents: readonly Agent[];
  readonly groups: readonly Group[];
  readonly skills: readonly Skill[];
  readonly shifts: readonly Shift[];
}

export interface House {
  readonly settings: Settings;
  readonly people: HousePeople;
  readonly documents: readonly AnyDocument[];
}

/** An agent without shifts or shops; everything else as told. */
export const agent = (id: string, groups: readonly string[], rest: Partial<Agent> = {}): Agent => ({
  id,
  name: id,
  groups: [...groups],
  skills: {},
  capacity: { chat: 3, ticket: 3 },
  shops: [],
  shifts: [],
  ...rest,
});

async function loadPeople(server: TestServer, people: HousePeople): Promise<void> {
  for (const skill of people.skills) await server.must("PUT", `/skills/${skill.key}`, skill);
  for (const shift of people.shifts) await server.must("PUT", `/shifts/${shift.key}`, shift);
  const unled = people.groups.map(({ lead: _lead, director: _director, ...group }) => group);
  for (const group of unled) await server.must("PUT", `/groups/${group.key}`, group);
  for (const person of people.agents)
    await server.must("PUT", `/agents/${encodeURIComponent(person.id)}`, person);
  for (const group of people.groups) await server.must("PUT", `/groups/${group.key}`, group);
}

/** Stores settings and people, publishes the documents. */
export async function furnish(server: TestServer, house: House): Promise<void> {
  for (const [part, value] of Object.entries(house.settings))
    await server.must("PUT", `/settings/${part}`, value);
  await loadPeople(server, house.people);
  await publish(server, house.documents);
}

/** Publishes documents as one bundle. */
export const publish = (server: TestServer, documents: readonly AnyDocument[]): Promise<unknown> =>
  server.must("POST", "/documents/import?publish=true", { documents });

/** Brings agents online, in the order given. */
export async function bringOnline(server: TestServer, agents: readonly string[]): Promise<void> {
  for (const id of agents) await server.must("PUT", `/agents/${id}/presence`, { presence: "online" });
  await server.settled();
}
