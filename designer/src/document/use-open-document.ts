/** A document open on a page, and its states as React sees them. */
import type { DocumentKind } from "@sluice/schemas";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { EditSession, EditState } from "../editor/edit-session.ts";
import type { DraftSync, SyncState } from "./draft-sync.ts";
import { keepHistory } from "./kept-history.ts";
import { type OpenDocument, openDocument } from "./open-document.ts";
import { leaveDocument, showDocument } from "./unfinished.ts";

/** How opening went; `retry` opens anew. */
export interface Opening<K extends DocumentKind> {
  readonly open: OpenDocument<K> | null;
  readonly error: unknown;
  readonly retry: () => void;
}

/** Opens the document; a page shows one document, another key is another page. */
export function useOpenDocument<K extends DocumentKind>(
  kind: K,
  key: string,
  owner: string,
  mayDraw: boolean,
): Opening<K> {
  const [open, setOpen] = useState<OpenDocument<K> | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another opening
  useEffect(() => {
    let left = false;
    setError(null);
    openDocument(kind, key, owner, mayDraw).then(
      (opened) => {
        if (left) leaveDocument(opened);
        else setOpen(opened);
      },
      (reason: unknown) => {
        if (!left) setError(reason);
      },
    );
    return () => {
      left = true;
    };
  }, [kind, key, owner, mayDraw, attempt]);
  return { open, error, retry: () => setAttempt((count) => count + 1) };
}

export const useEditState = <K extends DocumentKind>(session: EditSession<K>): EditState<K> =>
  useSyncExternalStore(session.subscribe, session.getState);

export const useSyncState = <D>(sync: DraftSync<D>): SyncState<D> =>
  useSyncExternalStore(sync.subscribe, sync.getState);

const historyPauseMs = 400;

/** Saves what is drawn, keeps its history, and sends the rest when the page is left. */
export function useKeeping<K extends DocumentKind>(open: OpenDocument<K>): void {
  const { owner, session, sync } = open;
  useEffect(() => {
    showDocument(open);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      const { document, history } = session.getState();
      keepHistory({ owner, kind: document.kind, key: document.key }, document, history);
    };
    const stop = session.subscribe(() => {
      sync.edited(session.getState().document);
      clearTimeout(timer);
      timer = setTimeout(keep, historyPauseMs);
    });
    const leave = () => {
      keep();
      sync.leave();
    };
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      stop();
      clearTimeout(timer);
      keep();
      leaveDocument(open);
    };
  }, [open, owner, session, sync]);
}
