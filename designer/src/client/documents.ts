/** Documents and their life: drafts, revisions, publishing, bundles. */
import type { AnyDocument, DocumentKind, Priority, SlaMetric, SluiceDocument } from "@sluice/schemas";
import { queryOptions } from "@tanstack/react-query";
import { queryKeys } from "./query-keys.ts";
import { type Answer, request, requestWithTag } from "./request.ts";
import type { Page } from "./types.ts";

/** How a document stands: what is live, and whether its draft says something else. */
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

/** A summary with the document that is live. */
export interface DocumentStanding<K extends DocumentKind = DocumentKind> extends DocumentSummary {
  readonly live: SluiceDocument<K> | null;
}

/** One published revision, without its text. */
export interface RevisionView {
  readonly kind: DocumentKind;
  readonly key: string;
  readonly revision: number;
  readonly live: boolean;
  readonly comment: string;
  readonly author: string;
  readonly publishedAt: string;
  readonly apply: ApplyTo;
  /** The revision whose text it repeats. */
  readonly rollbackOf: number | null;
}

export interface RevisionText<K extends DocumentKind = DocumentKind> extends RevisionView {
  readonly document: SluiceDocument<K>;
}

/** Whether open clocks follow a published policy. */
export type ApplyTo = "new" | "open";

export interface Published {
  readonly revision: number;
  /** False where the live revision already said the same. */
  readonly changed: boolean;
}

/** What a publish would touch. */
export interface Impact {
  readonly openRuns: {
    readonly total: number;
    readonly byRevision: readonly { readonly revision: number; readonly count: number }[];
  };
  readonly openTickets: number;
  readonly openClocks: number;
  readonly movedClocks: number;
  /** The largest moves first. */
  readonly samples: readonly {
    readonly ticketId: string;
    readonly number: number;
    readonly subject: string;
    readonly metric: SlaMetric;
    readonly priority: Priority;
    /** Dues; `null` where the clock does not run. */
    readonly from: string | null;
    readonly to: string | null;
  }[];
  /** How many open clocks each edge of a campaign's phases would move. */
  readonly phases?: readonly { readonly id: string; readonly start: number; readonly end: number }[];
  /** Open tickets that were looked at; `complete` where those were all. */
  readonly examined: number;
  readonly complete: boolean;
}

/** What a ticket comes out as, for comparing. */
export interface BacktestOutcome {
  readonly category: string | null;
  readonly priority: Priority;
  readonly tags: readonly string[];
  readonly dues?: Readonly<Partial<Record<SlaMetric, string>>>;
}

export interface Backtest {
  readonly examined: number;
  readonly changed: number;
  /** False where there are more past tickets than were replayed in time. */
  readonly complete: boolean;
  readonly changes: readonly {
    readonly ticketId: string;
    readonly number: number;
    readonly subject: string;
    readonly before: BacktestOutcome;
    readonly after: BacktestOutcome;
  }[];
  readonly tookMs: number;
}

const pathOf = (kind: DocumentKind, key: string): string => `/documents/${kind}/${encodeURIComponent(key)}`;

/** Every page of a list. */
async function fetchAll<T>(
  path: string,
  query: Readonly<Record<string, string | boolean>>,
  signal: AbortSignal,
): Promise<readonly T[]> {
  const items: T[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Page<T> = await request(path, { query: { ...query, cursor, limit: 200 }, signal });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

/** All documents of a kind; `deleted` for those that can be restored. */
export const documentsQuery = (kind: DocumentKind, deleted = false) =>
  queryOptions({
    queryKey: queryKeys.documentList(kind, deleted),
    queryFn: ({ signal }) => fetchAll<DocumentSummary>("/documents", { kind, deleted }, signal),
  });

/** One document's standing with its draft's tag. */
export const documentQuery = <K extends DocumentKind>(kind: K, key: string) =>
  queryOptions({
    queryKey: queryKeys.document(kind, key),
    queryFn: ({ signal }) => requestWithTag<DocumentStanding<K>>(pathOf(kind, key), { signal }),
  });

export const revisionsQuery = (kind: DocumentKind, key: string) =>
  queryOptions({
    queryKey: queryKeys.revisions(kind, key),
    queryFn: ({ signal }) => fetchAll<RevisionView>(`${pathOf(kind, key)}/revisions`, {}, signal),
  });

/** A revision's text; it never changes. */
export const revisionQuery = <K extends DocumentKind>(kind: K, key: string, revision: number) =>
  queryOptions({
    queryKey: [...queryKeys.revisions(kind, key), revision],
    queryFn: ({ signal }) =>
      request<RevisionText<K>>(`${pathOf(kind, key)}/revisions/${revision}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The live documents of a kind, with their texts. */
export const liveDocumentsQuery = (kind: DocumentKind) =>
  queryOptions({
    queryKey: [...queryKeys.bundle("live"), kind],
    queryFn: async ({ signal }) =>
      (
        await request<{ documents: readonly AnyDocument[] }>("/documents/export", {
          query: { state: "live", kind },
          signal,
        })
      ).documents,
    staleTime: 60_000,
  });

/** Every document as it would be after publishing all drafts, or as it is live. */
export const bundleQuery = (state: "current" | "live" | "draft") =>
  queryOptions({
    queryKey: queryKeys.bundle(state),
    queryFn: async ({ signal }) =>
      (
        await request<{ documents: readonly AnyDocument[] }>("/documents/export", {
          query: { state },
          signal,
        })
      ).documents,
    staleTime: 60_000,
  });

/** The stored draft with its tag. @throws ApiError 404 where there is none. */
export const fetchDraft = <K extends DocumentKind>(
  kind: K,
  key: string,
): Promise<Answer<SluiceDocument<K>>> => requestWithTag(`${pathOf(kind, key)}/draft`);

export interface SaveOptions {
  /** The tag of the draft it replaces; `undefined` for a new document. */
  readonly ifMatch?: string | undefined;
  /** The page is being left: the request outlives it. */
  readonly leaving?: boolean;
}

/** Stores a draft. @throws ApiError 412 where somebody else stored one meanwhile. */
export const saveDraft = <K extends DocumentKind>(
  document: SluiceDocument<K>,
  { ifMatch, leaving = false }: SaveOptions = {},
): Promise<Answer<SluiceDocument<K>>> =>
  requestWithTag(`${pathOf(document.kind, document.key)}/draft`, {
    method: "PUT",
    body: document,
    ifMatch,
    keepalive: leaving,
  });

export interface PublishOptions {
  readonly comment: string;
  readonly apply: ApplyTo;
  readonly ifMatch: string | undefined;
}

/** Makes the stored draft live. @throws ApiError 412 where it is not the one that was seen. */
export const publishDraft = (
  kind: DocumentKind,
  key: string,
  { comment, apply, ifMatch }: PublishOptions,
): Promise<Published> =>
  request(`${pathOf(kind, key)}/publish`, { method: "POST", body: { comment, apply }, ifMatch });

/** Makes an old revision live again, as a new one. */
export const rollbackTo = (
  kind: DocumentKind,
  key: string,
  revision: number,
  comment: string,
): Promise<Published> =>
  request(`${pathOf(kind, key)}/rollback`, { method: "POST", body: { revision, comment } });

/** @throws ApiError `resource.in-use`, its errors naming what refers to it. */
export const deleteDocument = (kind: DocumentKind, key: string): Promise<unknown> =>
  request(pathOf(kind, key), { method: "DELETE" });

export const restoreDocument = (kind: DocumentKind, key: string): Promise<unknown> =>
  request(`${pathOf(kind, key)}/restore`, { method: "POST" });

/** Stores documents as drafts: all of them, or none. @throws ApiError with every fault's path. */
export const importDocuments = (documents: readonly unknown[]): Promise<unknown> =>
  request("/documents/import", { method: "POST", body: { documents } });

/** The same, and makes them live. @throws ApiError with every fault's path. */
export const importAndPublish = (documents: readonly unknown[]): Promise<unknown> =>
  request("/documents/import", { method: "POST", query: { publish: true }, body: { documents } });

/** What publishing `document` would touch. */
export const fetchImpact = (
  document: AnyDocument | SluiceDocument,
  apply: ApplyTo,
  signal?: AbortSignal,
): Promise<Impact> =>
  request(`${pathOf(document.kind, document.key)}/impact`, {
    method: "POST",
    body: { document, apply },
    signal,
  });

/** How past tickets would come out under these documents. */
export const fetchBacktest = (
  documents: readonly (AnyDocument | SluiceDocument)[],
  limit: number,
  signal?: AbortSignal,
): Promise<Backtest> =>
  request("/backtest", { method: "POST", body: { documents, tickets: { limit } }, signal });
