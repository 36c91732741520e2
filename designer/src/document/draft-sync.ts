/**
 * Keeps the stored draft in step with the drawing, and never loses a change on the way. What the server has not yet
 * acknowledged is written to an unsaved text at once; one save is under way at a time; a lost connection is tried
 * again; a draft that somebody else has stored meanwhile becomes a conflict in which all three texts are at hand.
 * No React here: a page subscribes.
 */
import { isSame } from "./is-same.ts";

/** A draft with the tag under which the server keeps it. */
export interface StoredDraft<D> {
  readonly document: D;
  readonly etag: string;
}

/** What happened to a save that was not acknowledged: see {@link DraftPort.reasonOf}. */
export type SaveFailure = "conflict" | "offline" | "refused";

/** The server as the sync sees it. */
export interface DraftPort<D> {
  load(): Promise<StoredDraft<D>>;
  /** Promises the new tag. `leaving`: the page goes away, the request must outlive it. */
  save(document: D, etag: string, leaving: boolean): Promise<string>;
  /** Whether a failed call may pass by itself (`offline`), lost a race (`conflict`), or never will do. */
  reasonOf(error: unknown): SaveFailure;
}

/** What is not acknowledged yet, with what it was made from. */
export interface UnsavedText<D> {
  readonly etag: string;
  readonly base: D;
  readonly document: D;
  /** What was sent last without an answer: it may have arrived. */
  readonly sent: D | null;
}

/** Where unsaved texts outlive the page. */
export interface UnsavedStore<D> {
  write(unsaved: UnsavedText<D>): void;
  clear(): void;
}

/** Two drafts that were made from one: mine is the drawing itself. */
export interface Conflict<D> {
  readonly base: D;
  readonly theirs: StoredDraft<D>;
}

export type SyncState<D> =
  /** Everything is stored; `at` (epoch ms) is null where nothing was saved on this page. */
  | { readonly status: "saved"; readonly at: number | null }
  | { readonly status: "waiting" }
  | { readonly status: "saving" }
  | { readonly status: "offline" }
  | { readonly status: "refused"; readonly error: unknown }
  | { readonly status: "conflict"; readonly conflict: Conflict<D> };

export interface DraftSync<D> {
  getState(): SyncState<D>;
  subscribe(listener: () => void): () => void;
  /** The drawing has changed. */
  edited(document: D): void;
  /** Saves what is unsaved; promises whether everything is stored. */
  flush(): Promise<boolean>;
  /** The page is going away: sends what is unsaved and does not wait. */
  leave(): void;
  /**
   * Somebody may have stored a draft, or the line was down: looks what the server has. Where the tag under which it
   * is stored is told, and known already, nothing is asked.
   */
  look(told?: string): Promise<void>;
  /** Takes their draft as what mine is made from: mine goes over it at the next save. */
  rebase(theirs: StoredDraft<D>): void;
  /** The tag of what is stored, for what must happen to that very draft. */
  etag(): string;
  /** What the server is known to have. */
  stored(): D;
  /** Nothing is tried again from now on; a save that is under way still ends. */
  close(): void;
}

export interface DraftSyncOptions<D> {
  readonly port: DraftPort<D>;
  readonly unsaved: UnsavedStore<D>;
  /** What the server has. */
  readonly stored: StoredDraft<D>;
  /** What the drawing shows, where that is something else. */
  readonly document: D;
  /** A conflict that was there already when the page was opened. */
  readonly conflict?: Conflict<D> | undefined;
  /** Somebody else's draft came while nothing here was unsaved: the drawing shall show it. */
  readonly onTheirs: (document: D) => void;
  readonly now: () => number;
  /** Quiet time before a save, and the first and the longest pause between attempts; milliseconds. */
  readonly pauses?: { readonly quiet: number; readonly retry: number; readonly longest: number };
}

const ordinaryPauses = { quiet: 600, retry: 1_000, longest: 10_000 };

/** Starts keeping a draft in step; what is unsaved already is saved soon. */
export function createDraftSync<D>(options: DraftSyncOptions<D>): DraftSync<D> {
  const { port, unsaved, onTheirs, now, pauses = ordinaryPauses } = options;
  let { document: base, etag } = options.stored;
  let current = options.document;
  let sent: D | null = null;
  let underWay: Promise<void> | null = null;
  /** News that came while a save was under way. */
  let news: { readonly etag: string | undefined } | null = null;
  let attempt = 0;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let state: SyncState<D> = { status: "saved", at: null };
  const listeners = new Set<() => void>();

  function set(next: SyncState<D>): void {
    state = next;
    for (const listener of listeners) listener();
  }

  const isClean = () => isSame(current, base);
  const inConflict = () => state.status === "conflict";
  const keep = () => unsaved.write({ etag, base, document: current, sent });

  function schedule(ms: number): void {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(() => void send(false), ms);
  }

  /** After something was acknowledged: done, or on with what was drawn meanwhile. */
  function settle(): void {
    attempt = 0;
    if (isClean()) {
      clearTimeout(timer);
      unsaved.clear();
      set({ status: "saved", at: now() });
    } else {
      keep();
      set({ status: "waiting" });
      schedule(pauses.quiet);
    }
  }

  function acknowledge(stored: StoredDraft<D>): void {
    ({ document: base, etag } = stored);
    sent = null;
    settle();
  }

  function meet(theirs: StoredDraft<D>): void {
    const arrived = sent !== null && isSame(theirs.document, sent);
    // Nobody else wrote: the answer to a save was lost, the content is ours, or only the tag has moved.
    if (arrived || isSame(theirs.document, current) || isSame(theirs.document, base)) acknowledge(theirs);
    else if (isClean()) {
      ({ document: base, etag } = theirs);
      current = base;
      unsaved.clear();
      onTheirs(base);
      set({ status: "saved", at: now() });
    } else {
      sent = null;
      clearTimeout(timer);
      keep();
      set({ status: "conflict", conflict: { base, theirs } });
    }
  }

  function failed(error: unknown): void {
    if (port.reasonOf(error) === "refused") {
      sent = null;
      set({ status: "refused", error });
      return;
    }
    set({ status: "offline" });
    schedule(Math.min(pauses.longest, pauses.retry * 2 ** attempt));
    attempt += 1;
  }

  async function save(leaving: boolean): Promise<void> {
    // What is tried again and again would flicker.
    if (state.status !== "offline") set({ status: "saving" });
    // An answer was lost: whether that save has arrived must be known, or it would look like somebody else's.
    if (sent !== null && !leaving) {
      const theirs = await port.load();
      if (theirs.etag !== etag) {
        meet(theirs);
        return;
      }
    }
    const document = current;
    sent = leaving ? (sent ?? document) : document;
    keep();
    try {
      acknowledge({ document, etag: await port.save(document, etag, leaving) });
    } catch (error) {
      if (port.reasonOf(error) === "conflict") meet(await port.load());
      else throw error;
    }
  }

  function send(leaving: boolean): Promise<void> {
    clearTimeout(timer);
    if (underWay) return underWay;
    if (closed || inConflict() || isClean()) return Promise.resolve();
    underWay = save(leaving)
      .catch(failed)
      .finally(() => {
        underWay = null;
        const waiting = news;
        news = null;
        if (waiting) void look(waiting.etag);
      });
    return underWay;
  }

  async function look(told?: string): Promise<void> {
    // The news may be of the very save that is under way.
    if (underWay) news = { etag: told };
    if (underWay || told === etag) return;
    const known = etag;
    try {
      const theirs = await port.load();
      // A save that began or ended meanwhile knows better: this answer may be older than it.
      if (underWay === null && etag === known && theirs.etag !== etag) meet(theirs);
    } catch (error) {
      if (!isClean() && !inConflict()) failed(error);
    }
  }

  function edited(document: D): void {
    if (document === current) return;
    current = document;
    if (inConflict()) keep();
    else if (underWay) keep();
    else settleEdit();
  }

  function settleEdit(): void {
    if (isClean()) {
      clearTimeout(timer);
      unsaved.clear();
      if (state.status !== "saved") set({ status: "saved", at: now() });
      return;
    }
    keep();
    if (state.status === "offline") return;
    if (state.status !== "waiting") set({ status: "waiting" });
    schedule(pauses.quiet);
  }

  async function flush(): Promise<boolean> {
    if (underWay) await underWay;
    if (!isClean()) await send(false);
    return isClean() && !inConflict();
  }

  if (options.conflict) state = { status: "conflict", conflict: options.conflict };
  else if (!isClean()) {
    state = { status: "waiting" };
    schedule(pauses.quiet);
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    edited,
    flush,
    leave: () => void send(true),
    look,
    rebase: acknowledge,
    etag: () => etag,
    stored: () => base,
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}
