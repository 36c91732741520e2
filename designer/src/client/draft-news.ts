/** Who wants to know that a draft was stored: the page on which it is open, at once and without the cache between. */
import type { LiveEvent } from "./event-stream.ts";

/** What is known of it; nothing at all where the line was down and nobody knows what was missed. */
export interface DraftNews {
  /** Who stored it. */
  readonly by?: string;
  /** The tag under which it is stored now. */
  readonly etag?: string;
}

type Listener = (news: DraftNews) => void;

const listeners = new Map<string, Set<Listener>>();

const nameOf = (kind: string, key: string): string => `${kind}/${key}`;

/** Listens for a document's draft, and for its publishing and rolling back; call the answer to stop. */
export function onDraftNews(kind: string, key: string, listener: Listener): () => void {
  const name = nameOf(kind, key);
  const heard = listeners.get(name) ?? new Set();
  listeners.set(name, heard.add(listener));
  return () => {
    heard.delete(listener);
    if (heard.size === 0) listeners.delete(name);
  };
}

/** Passes an event on to those whom it concerns; `null`: anything may have happened meanwhile. */
export function tellDraftNews(event: LiveEvent | null): void {
  if (event === null) {
    for (const heard of listeners.values()) for (const listener of heard) listener({});
    return;
  }
  const { type, kind, id, by, version } = event;
  if ((type !== "drafts" && type !== "documents") || kind === undefined || id === undefined) return;
  const news: DraftNews = {
    ...(by === undefined ? {} : { by }),
    ...(version === undefined ? {} : { etag: `"${version}"` }),
  };
  for (const listener of listeners.get(nameOf(kind, id)) ?? []) listener(news);
}
