/** The vocabulary for everything below: given by hand, or loaded from the api. */
import { type QueriesResults, useQueries } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext } from "react";
import { useTranslation } from "react-i18next";
import { type DocumentSummary, documentsQuery } from "../client/documents.ts";
import {
  agentsQuery,
  catalogQuery,
  categoriesQuery,
  channelsQuery,
  fieldsQuery,
  groupsQuery,
  poolsQuery,
  shopsQuery,
  skillsQuery,
  workspaceQuery,
} from "../client/workspace.ts";
import type { Names } from "../explain/names.ts";
import { ErrorNotice } from "../ui/ErrorNotice.tsx";
import { SkeletonRows } from "../ui/SkeletonRows.tsx";
import { emptyVocabulary, type NamedKey, namesOf, type Vocabulary } from "./vocabulary.ts";

const VocabularyContext = createContext<Vocabulary>(emptyVocabulary);

/** Hands a vocabulary down. */
export function VocabularyProvider({ value, children }: { value: Vocabulary; children: ReactNode }) {
  return <VocabularyContext value={value}>{children}</VocabularyContext>;
}

/** The vocabulary in force; names nothing outside a provider. */
export const useVocabulary = (): Vocabulary => useContext(VocabularyContext);

/** The names of the vocabulary in force, in the language in force. */
export function useVocabularyNames(): Names {
  const { t, i18n } = useTranslation();
  return namesOf(useVocabulary(), t, i18n.language);
}

const toNamed = ({ key, name, liveRevision }: DocumentSummary): NamedKey => ({
  key,
  name: name === "" ? key : name,
  live: liveRevision !== null,
});

const queries = [
  catalogQuery,
  documentsQuery("segment"),
  documentsQuery("calendar"),
  categoriesQuery,
  channelsQuery,
  fieldsQuery,
  groupsQuery,
  agentsQuery,
  poolsQuery,
  skillsQuery,
  shopsQuery,
  workspaceQuery,
] as const;

interface Answer<T> {
  readonly data?: T | undefined;
}

const itemsOf = <T,>({ data }: Answer<{ readonly items: readonly T[] }>): readonly T[] => data?.items ?? [];

/** The vocabulary of the answers so far, in the order of {@link queries}. */
function combine(results: QueriesResults<[...typeof queries]>) {
  const [catalog, segments, calendars, categories, channels, fields, ...others] = results;
  const [groups, agents, pools, skills, shops, own] = others;
  const vocabulary: Vocabulary | undefined = catalog.data && {
    catalog: catalog.data,
    segments: (segments.data ?? []).map(toNamed),
    calendars: (calendars.data ?? []).map(toNamed),
    categories: itemsOf(categories),
    channels: itemsOf(channels),
    fields: itemsOf(fields),
    groups: itemsOf(groups),
    agents: itemsOf(agents),
    pools: itemsOf(pools),
    skills: itemsOf(skills),
    shops: itemsOf(shops),
    timezone: own.data?.timezone ?? emptyVocabulary.timezone,
  };
  return { vocabulary, error: catalog.error, retry: catalog.refetch };
}

/**
 * Loads the whole vocabulary and hands it down. Only the catalog is waited for; a list that is late or fails
 * leaves ids in its place.
 */
export function LoadedVocabulary({ children, fallback }: { children: ReactNode; fallback?: ReactNode }) {
  const { vocabulary, error, retry } = useQueries({ queries, combine });
  if (vocabulary) return <VocabularyProvider value={vocabulary}>{children}</VocabularyProvider>;
  if (error) return <ErrorNotice error={error} onRetry={() => void retry()} />;
  return fallback ?? <SkeletonRows rows={3} />;
}
