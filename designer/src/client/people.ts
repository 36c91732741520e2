/** Agents, groups, skills and shifts: reading one with its tag, and changing it under that tag. */
import type { Agent, Group, Presence, Shift, Skill } from "@sluice/schemas";
import { type Answer, request, requestWithTag } from "./request.ts";
import type { AgentView } from "./types.ts";

/** What people pages change, by the name of its address. */
export interface PeopleKinds {
  readonly agents: Agent;
  readonly groups: Group;
  readonly skills: Skill;
  readonly shifts: Shift;
}
export type PeopleKind = keyof PeopleKinds;

const pathOf = (kind: PeopleKind, key: string): string => `/${kind}/${encodeURIComponent(key)}`;

/** An agent without what they do right now: what is stored and put. */
export const agentOnly = ({ id, name, groups, capacity, ...rest }: Agent | AgentView): Agent => {
  const { skills, shops, shifts, compensationLimit } = rest;
  return {
    id,
    name,
    groups,
    ...(skills === undefined ? {} : { skills }),
    capacity,
    ...(shops === undefined ? {} : { shops }),
    ...(shifts === undefined ? {} : { shifts }),
    ...(compensationLimit === undefined ? {} : { compensationLimit }),
  };
};

/** An agent as stored, with the tag that a change must carry. */
export async function fetchAgent(id: string): Promise<Answer<Agent>> {
  const { value, etag } = await requestWithTag<AgentView>(pathOf("agents", id));
  return { value: agentOnly(value), etag };
}

/** One group, skill or shift with its tag. */
export const fetchPerson = <K extends Exclude<PeopleKind, "agents">>(
  kind: K,
  key: string,
): Promise<Answer<PeopleKinds[K]>> => requestWithTag(pathOf(kind, key));

/** @throws ApiError 409 `resource.exists` where there is one already. */
export const createPerson = <K extends PeopleKind>(kind: K, value: PeopleKinds[K]): Promise<unknown> =>
  request(`/${kind}`, { method: "POST", body: value });

/** @throws ApiError 412 where it was changed since it was read, 422 where it names what is not there. */
export const putPerson = <K extends PeopleKind>(
  kind: K,
  key: string,
  value: PeopleKinds[K],
  ifMatch: string | null,
): Promise<unknown> =>
  request(pathOf(kind, key), {
    method: "PUT",
    body: value,
    ...(ifMatch === null ? {} : { ifMatch }),
  });

/** @throws ApiError 409 `resource.in-use` naming who and what still needs it. */
export const deletePerson = (kind: PeopleKind, key: string): Promise<unknown> =>
  request(pathOf(kind, key), { method: "DELETE" });

/** Says whether somebody takes tickets. */
export const putPresence = (agent: string, presence: Presence): Promise<unknown> =>
  request(`${pathOf("agents", agent)}/presence`, { method: "PUT", body: { presence } });
