/** Which agents the table shows; it stands in the URL, so that other pages can link to a group. */
import type { Presence } from "@sluice/schemas";
import type { AgentView } from "../../../client/types.ts";
import { presenceList } from "../../../client/vocabulary.ts";

export interface AgentFilter {
  readonly q: string;
  readonly group: string | undefined;
  readonly presence: Presence | undefined;
  readonly skill: string | undefined;
}

/** Reads the URL; an unknown presence filters nothing. */
export const parseAgentFilter = (search: URLSearchParams): AgentFilter => ({
  q: search.get("q") ?? "",
  group: search.get("group") ?? undefined,
  presence: presenceList.find((each) => each === search.get("presence")),
  skill: search.get("skill") ?? undefined,
});

/** The URL with a filter in it; what is not part of the filter stays. */
export function withAgentFilter(search: URLSearchParams, filter: AgentFilter): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const name of ["q", "group", "presence", "skill"] as const) {
    const value = filter[name];
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

export const isFiltering = ({ q, group, presence, skill }: AgentFilter): boolean =>
  q.trim() !== "" || group !== undefined || presence !== undefined || skill !== undefined;

/** Those who match everything that is asked, in the order they came. */
export function filterAgents(agents: readonly AgentView[], filter: AgentFilter): readonly AgentView[] {
  const words = filter.q.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  return agents.filter(({ id, name, groups, presence, skills = {} }) => {
    const text = `${name} ${id}`.normalize("NFKC").toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (filter.group === undefined || groups.includes(filter.group)) &&
      (filter.presence === undefined || presence === filter.presence) &&
      (filter.skill === undefined || skills[filter.skill] !== undefined)
    );
  });
}
