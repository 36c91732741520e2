/** Opens a document for drawing: what is stored, what was left unsaved here, and what becomes of both. */
import { type DocumentKind, parseDocument, type SluiceDocument } from "@sluice/schemas";
import { fetchDraft, saveDraft } from "../client/documents.ts";
import { ApiError } from "../client/errors.ts";
import { requestWithTag } from "../client/request.ts";
import { serverNow } from "../client/server-time.ts";
import { createEditSession, type EditSession } from "../editor/edit-session.ts";
import {
  type Conflict,
  createDraftSync,
  type DraftPort,
  type DraftSync,
  type SaveFailure,
  type StoredDraft,
  type UnsavedText,
} from "./draft-sync.ts";
import { isSame } from "./is-same.ts";
import { keptHistory } from "./kept-history.ts";
import { forgetDocuments, takeUp } from "./unfinished.ts";
import { takeUnsaved, unsavedStore } from "./unsaved-text.ts";

/** A document that is open on this page. */
export interface OpenDocument<K extends DocumentKind> {
  /** The id of the person who draws it; empty where nobody is signed in. */
  readonly owner: string;
  readonly session: EditSession<K>;
  readonly sync: DraftSync<SluiceDocument<K>>;
  /** Changes that were left unsaved here last time are back. */
  readonly restored: boolean;
  /** Tells that the drawing now shows what somebody else has stored; call the answer to stop listening. */
  readonly theirs: (listener: () => void) => () => void;
}

/** Browsers let at most 64 KiB outlive the page; three bytes for a Chinese letter. */
const longestLeaving = 20_000;

function reasonOf(error: unknown): SaveFailure {
  if (!(error instanceof ApiError)) return "offline";
  if (error.status === 412) return "conflict";
  return error.status === 0 || error.status === 429 || error.status >= 500 ? "offline" : "refused";
}

/** The stored draft; a document whose draft is gone is edited from what is live. */
async function loadDraft<K extends DocumentKind>(
  kind: K,
  key: string,
): Promise<StoredDraft<SluiceDocument<K>>> {
  try {
    const { value, etag } = await fetchDraft(kind, key);
    return { document: value, etag: etag ?? "*" };
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404)) throw error;
    const { value, etag } = await requestWithTag<{ live: SluiceDocument<K> | null }>(
      `/documents/${kind}/${encodeURIComponent(key)}`,
    );
    if (value.live === null) throw error;
    return { document: value.live, etag: etag ?? "*" };
  }
}

const portOf = <K extends DocumentKind>(kind: K, key: string): DraftPort<SluiceDocument<K>> => ({
  load: () => loadDraft(kind, key),
  async save(document, etag, leaving) {
    const short = leaving && JSON.stringify(document).length < longestLeaving;
    const answer = await saveDraft(document, { ifMatch: etag, leaving: short });
    return answer.etag ?? "*";
  },
  reasonOf,
});

/** How drawing goes on where an unsaved text was left. */
export interface Resumption<D> {
  readonly document: D;
  /** What the server is known to have; its tag guards the next save. */
  readonly stored: StoredDraft<D>;
  readonly conflict?: Conflict<D>;
}

/** Puts what is stored and what was left unsaved together. */
export function resume<D>(stored: StoredDraft<D>, unsaved: UnsavedText<D> | null): Resumption<D> {
  if (unsaved === null || isSame(unsaved.document, stored.document)) {
    return { document: stored.document, stored };
  }
  const { base, document, sent } = unsaved;
  // The base is still what is stored, or the last save has arrived unheard: nobody else has written.
  const ours = isSame(stored.document, base) || (sent !== null && isSame(stored.document, sent));
  if (ours) return { document, stored };
  // Nothing of it was changed here: it was kept for a save that only repeated its base.
  if (isSame(document, base)) return { document: stored.document, stored };
  return { document, stored: { document: base, etag: unsaved.etag }, conflict: { base, theirs: stored } };
}

/** A kept text is read back only if it is still a document of this kind. */
function wellFormed<D>(unsaved: UnsavedText<D> | null): UnsavedText<D> | null {
  return unsaved !== null && parseDocument(unsaved.document).ok ? unsaved : null;
}

/** @throws ApiError where the document is not there or may not be read. */
export async function openDocument<K extends DocumentKind>(
  kind: K,
  key: string,
  owner: string,
  mayDraw: boolean,
): Promise<OpenDocument<K>> {
  forgetDocuments(owner);
  // What is kept under this name was put there by `leaveDocument`, hence is of this kind.
  const left = mayDraw ? (takeUp(owner, kind, key) as OpenDocument<K> | undefined) : undefined;
  if (left) return left;
  const stored = await loadDraft(kind, key);
  const unsaved = mayDraw ? wellFormed(await takeUnsaved<SluiceDocument<K>>(owner, kind, key)) : null;
  const start = resume(stored, unsaved);
  const session = createEditSession(start.document, keptHistory({ owner, kind, key }, start.document));
  const store = unsavedStore<SluiceDocument<K>>(owner, kind, key);
  if (unsaved !== null && start.document === stored.document) store.clear();
  const listeners = new Set<() => void>();
  const sync = createDraftSync({
    port: portOf(kind, key),
    unsaved: store,
    stored: start.stored,
    document: start.document,
    conflict: start.conflict,
    onTheirs: (document) => {
      session.reset(document);
      for (const listener of listeners) listener();
    },
    now: serverNow,
  });
  return {
    owner,
    session,
    sync,
    restored: start.document !== stored.document,
    theirs(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
