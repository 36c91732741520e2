/** People, pools and settings: what gives ids their names. They change seldom; live events refresh them. */
import type {
  Catalog,
  Category,
  Channel,
  Group,
  Shift,
  Shop,
  Skill,
  TicketField,
  Workspace,
} from "@sluice/schemas";
import { queryOptions } from "@tanstack/react-query";
import { queryKeys } from "./query-keys.ts";
import { request } from "./request.ts";
import type { AgentView, AnnouncementView, Items, PoolView } from "./types.ts";

const minutes = (n: number) => n * 60_000;

export const agentsQuery = queryOptions({
  queryKey: queryKeys.agents,
  queryFn: ({ signal }) => request<Items<AgentView>>("/agents", { signal }),
  staleTime: minutes(1),
});

export const groupsQuery = queryOptions({
  queryKey: queryKeys.groups,
  queryFn: ({ signal }) => request<Items<Group>>("/groups", { signal }),
  staleTime: minutes(10),
});

const peopleList = <T>(name: "skills" | "shifts") =>
  queryOptions({
    queryKey: queryKeys.people(name),
    queryFn: ({ signal }) => request<Items<T>>(`/${name}`, { signal }),
    staleTime: minutes(10),
  });

export const skillsQuery = peopleList<Skill>("skills");
export const shiftsQuery = peopleList<Shift>("shifts");

/** Pools with how many tickets lie in each. */
export const poolsQuery = queryOptions({
  queryKey: queryKeys.pools,
  queryFn: ({ signal }) => request<Items<PoolView>>("/pools", { signal }),
  staleTime: minutes(1),
});

/** A part of the settings is answered as it is put: a plain list. */
const settingsList = <T>(name: string) =>
  queryOptions({
    queryKey: queryKeys.settings(name),
    queryFn: async ({ signal }): Promise<Items<T>> => ({
      items: await request<readonly T[]>(`/settings/${name}`, { signal }),
    }),
    staleTime: minutes(10),
  });

export const categoriesQuery = settingsList<Category>("categories");
export const channelsQuery = settingsList<Channel>("channels");
export const shopsQuery = settingsList<Shop>("shops");
export const fieldsQuery = settingsList<TicketField>("fields");

export const workspaceQuery = queryOptions({
  queryKey: queryKeys.settings("workspace"),
  queryFn: ({ signal }) => request<Workspace>("/settings/workspace", { signal }),
  staleTime: minutes(10),
});

/** Labels of facts, operators and node kinds. */
export const catalogQuery = queryOptions({
  queryKey: queryKeys.catalog,
  queryFn: ({ signal }) => request<Catalog>("/catalog", { signal }),
  staleTime: minutes(60),
});

export const announcementsQuery = queryOptions({
  queryKey: queryKeys.announcements,
  queryFn: ({ signal }) => request<Items<AnnouncementView>>("/public/announcements", { signal }),
  staleTime: minutes(1),
  refetchInterval: minutes(1),
});
