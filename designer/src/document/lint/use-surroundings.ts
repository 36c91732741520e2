/** What surrounds a document when it is checked: what is live beside it, the house's settings, people and actions. */
import type { Catalog, Settings } from "@sluice/schemas";
import { type QueriesResults, useQueries } from "@tanstack/react-query";
import { bundleQuery } from "../../client/documents.ts";
import {
  agentsQuery,
  catalogQuery,
  categoriesQuery,
  channelsQuery,
  fieldsQuery,
  groupsQuery,
  shiftsQuery,
  shopsQuery,
  skillsQuery,
  workspaceQuery,
} from "../../client/workspace.ts";
import type { LintSurroundings } from "./lint-message.ts";

const queries = [
  bundleQuery("live"),
  catalogQuery,
  workspaceQuery,
  fieldsQuery,
  categoriesQuery,
  channelsQuery,
  shopsQuery,
  agentsQuery,
  groupsQuery,
  skillsQuery,
  shiftsQuery,
] as const;

type Results = QueriesResults<[...typeof queries]>;

/** Facts, strategies and actions that are not built in come with the catalog. */
const fromCatalog = ({ actions, facts, strategies }: Catalog) => ({
  actions,
  pluginFacts: facts,
  strategies,
});

function combine(results: Results): { surroundings: LintSurroundings | null; failed: boolean } {
  const [live, catalog, workspace, fields, categories, channels, shops, agents, groups, skills, shifts] =
    results;
  const failed = results.some(({ isError }) => isError);
  if (
    !live.data ||
    !catalog.data ||
    !workspace.data ||
    !fields.data ||
    !categories.data ||
    !channels.data ||
    !shops.data ||
    !agents.data ||
    !groups.data ||
    !skills.data ||
    !shifts.data
  )
    return { surroundings: null, failed };
  const settings: Settings = {
    workspace: workspace.data,
    fields: fields.data.items,
    categories: categories.data.items,
    channels: channels.data.items,
    shops: shops.data.items,
  };
  const people = {
    agents: agents.data.items,
    groups: groups.data.items,
    skills: skills.data.items,
    shifts: shifts.data.items,
  };
  return {
    surroundings: { documents: live.data, settings, people, ...fromCatalog(catalog.data) },
    failed,
  };
}

/** The surroundings once all of them have been answered. */
export function useSurroundings(): { surroundings: LintSurroundings | null; failed: boolean } {
  return useQueries({ queries, combine });
}
