/** The names that decisions need beside the workspace's: policies, tiers, routes, campaigns and calendars. */
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { documentsQuery, liveDocumentsQuery } from "../client/documents.ts";
import { createDocumentNames } from "./document-names.ts";
import type { Names } from "./names.ts";
import { useNames } from "./use-names.ts";

/** Names in the language in force, those of documents with them; what fails to load leaves ids in its place. */
export function useDecisionNames(): Names {
  const names = useNames();
  const [sla, routing, campaigns, calendars, rulesets] = useQueries({
    queries: [
      liveDocumentsQuery("sla"),
      liveDocumentsQuery("routing"),
      liveDocumentsQuery("campaign"),
      documentsQuery("calendar"),
      documentsQuery("classification"),
    ],
  });
  return useMemo(
    () => ({
      ...names,
      ...createDocumentNames(
        [sla.data, routing.data, campaigns.data].flatMap((documents) => documents ?? []),
        [calendars.data, rulesets.data].flatMap((titles) => titles ?? []),
      ),
    }),
    [names, sla.data, routing.data, campaigns.data, calendars.data, rulesets.data],
  );
}
