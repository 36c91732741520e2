/** The names of the workspace, as far as they have come in. */
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import {
  agentsQuery,
  catalogQuery,
  categoriesQuery,
  channelsQuery,
  fieldsQuery,
  groupsQuery,
  poolsQuery,
  shopsQuery,
} from "../client/workspace.ts";
import { createNames, type Names } from "./names.ts";

/** Names in the language in force; a list that fails to load leaves ids in its place. */
export function useNames(): Names {
  const { t, i18n } = useTranslation();
  const [agents, groups, pools, categories, channels, fields, shops, catalog] = useQueries({
    queries: [
      agentsQuery,
      groupsQuery,
      poolsQuery,
      categoriesQuery,
      channelsQuery,
      fieldsQuery,
      shopsQuery,
      catalogQuery,
    ],
  });
  return useMemo(
    () =>
      createNames(
        {
          agents: agents.data?.items,
          groups: groups.data?.items,
          pools: pools.data?.items,
          categories: categories.data?.items,
          channels: channels.data?.items,
          fields: fields.data?.items,
          shops: shops.data?.items,
          catalog: catalog.data,
        },
        t,
        i18n.language,
      ),
    [
      agents.data,
      groups.data,
      pools.data,
      categories.data,
      channels.data,
      fields.data,
      shops.data,
      catalog.data,
      t,
      i18n.language,
    ],
  );
}
