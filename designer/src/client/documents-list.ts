/** Documents by kind, and the lists of people that only drawings need: what pickers offer. */
import type { DocumentKind, Shift, Shop, Skill } from "@sluice/schemas";
import { queryOptions } from "@tanstack/react-query";
import { queryKeys } from "./query-keys.ts";
import { request } from "./request.ts";
import type { Items, Page } from "./types.ts";

const minutes = (n: number) => n * 60_000;

/** One document as lists show it; `changed` when its draft says something else than what is live. */
export interface DocumentSummary {
  readonly kind: DocumentKind;
  readonly key: string;
  readonly name: string;
  readonly liveRevision: number | null;
  readonly changed: boolean;
  readonly draftVersion: number;
  readonly draftBy: string | null;
  readonly draftAt: string | null;
  readonly deletedAt: string | null;
}

/** The largest page the api gives. */
const pageSize = 200;

async function allDocuments(kind: DocumentKind, signal: AbortSignal): Promise<Items<DocumentSummary>> {
  const items: DocumentSummary[] = [];
  let cursor: string | null = null;
  do {
    const query: Record<string, string | number | null> = { kind, limit: pageSize, cursor };
    const page: Page<DocumentSummary> = await request("/documents", { signal, query });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return { items };
}

/** Every document of a kind, drafts included. */
export const documentListQuery = (kind: DocumentKind) =>
  queryOptions({
    queryKey: queryKeys.documentList(kind),
    queryFn: ({ signal }) => allDocuments(kind, signal),
    staleTime: minutes(5),
  });

const peopleList = <T>(name: "skills" | "shifts") =>
  queryOptions({
    queryKey: queryKeys.people(name),
    queryFn: ({ signal }) => request<Items<T>>(`/${name}`, { signal }),
    staleTime: minutes(10),
  });

export const skillsQuery = peopleList<Skill>("skills");
export const shiftsQuery = peopleList<Shift>("shifts");

export const shopsQuery = queryOptions({
  queryKey: queryKeys.settings("shops"),
  queryFn: async ({ signal }): Promise<Items<Shop>> => ({
    items: await request<readonly Shop[]>("/settings/shops", { signal }),
  }),
  staleTime: minutes(10),
});
