/** Everybody and everything the people pages show, as far as it has come in. */
import type { Group, Shift, Shop, Skill } from "@sluice/schemas";
import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { queryKeys } from "../../client/query-keys.ts";
import type { AgentView } from "../../client/types.ts";
import { agentsQuery, groupsQuery, shiftsQuery, shopsQuery, skillsQuery } from "../../client/workspace.ts";

export interface House {
  readonly agents: readonly AgentView[];
  readonly groups: readonly Group[];
  readonly skills: readonly Skill[];
  readonly shifts: readonly Shift[];
  readonly shops: readonly Shop[];
}

export interface HouseState {
  /** `null` until the people are there. */
  readonly house: House | null;
  readonly error: unknown;
  readonly retry: () => void;
}

const queries = [agentsQuery, groupsQuery, skillsQuery, shiftsQuery, shopsQuery] as const;

/** The house; shops are only names and not waited for. */
export function useHouse(): HouseState {
  const [agents, groups, skills, shifts, shops] = useQueries({ queries });
  const awaited = [agents, groups, skills, shifts];
  const error = awaited.find((each) => each.error !== null && each.data === undefined)?.error ?? null;
  const house =
    agents.data && groups.data && skills.data && shifts.data
      ? {
          agents: agents.data.items,
          groups: groups.data.items,
          skills: skills.data.items,
          shifts: [...shifts.data.items].sort((a, b) => a.start.localeCompare(b.start)),
          shops: shops.data?.items ?? [],
        }
      : null;
  return { house, error, retry: () => void Promise.all(awaited.map((each) => each.refetch())) };
}

/** Asks for people and loads again after a change. */
export function useRefreshPeople(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    const keys = [
      queryKeys.agents,
      queryKeys.groups,
      queryKeys.people("skills"),
      queryKeys.people("shifts"),
      queryKeys.routingLoad,
    ];
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
  }, [client]);
}
