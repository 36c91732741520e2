/** What each filter offers, by the names of the workspace. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { priorityList, statusList } from "../../client/vocabulary.ts";
import {
  agentsQuery,
  categoriesQuery,
  channelsQuery,
  groupsQuery,
  poolsQuery,
} from "../../client/workspace.ts";
import { useNames } from "../../explain/use-names.ts";
import { StatusMark } from "../../ui/marks.tsx";
import type { FilterOption } from "./FilterSelect.tsx";
import type { ListFilter } from "./ticket-filter.ts";

const option = (value: string, text: string): FilterOption => ({ value, label: text, text });

/** The options of every filter; `null` where any text will do. */
export function useFilterOptions(): Record<ListFilter, readonly FilterOption[] | null> {
  const { t } = useTranslation();
  const names = useNames();
  const channels = useQuery(channelsQuery).data?.items ?? [];
  const groups = useQuery(groupsQuery).data?.items ?? [];
  const agents = useQuery(agentsQuery).data?.items ?? [];
  const pools = useQuery(poolsQuery).data?.items ?? [];
  const categories = useQuery(categoriesQuery).data?.items ?? [];
  return {
    status: statusList.map((status) => ({
      value: status,
      label: <StatusMark status={status} />,
      text: t(`words.status.${status}`),
    })),
    priority: priorityList.map((priority) => option(priority, t(`words.priority.${priority}`))),
    channel: channels.map(({ key }) => option(key, names.channel(key))),
    group: groups.map(({ key }) => option(key, names.group(key))),
    assignee: agents.map(({ id, name }) => option(id, name)),
    pool: pools.map(({ key }) => option(key, names.pool(key))),
    category: categories.map(({ id }) => option(id, names.category(id))),
    tag: null,
  };
}
