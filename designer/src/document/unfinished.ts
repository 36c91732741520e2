/**
 * The documents that this tab may still have to save: those on a page, and those whose page was left while something
 * was unsaved. The latter go on trying, and are taken up again as they are, by the person who drew them alone.
 */
import type { DocumentKind } from "@sluice/schemas";
import type { DraftSync } from "./draft-sync.ts";

/** What is asked of an open document here. */
export interface Keeping {
  /** The id of the person who draws. */
  readonly owner: string;
  readonly session: {
    getState(): { readonly document: { readonly kind: DocumentKind; readonly key: string } };
  };
  readonly sync: Pick<DraftSync<unknown>, "getState" | "subscribe" | "flush" | "close">;
}

const unfinished = new Map<string, Keeping>();
const shown = new Set<Keeping>();
const forgotten = new WeakSet<Keeping>();

const nameOf = (owner: string, kind: DocumentKind, key: string): string => JSON.stringify([owner, kind, key]);

function ownName({ owner, session }: Keeping): string {
  const { kind, key } = session.getState().document;
  return nameOf(owner, kind, key);
}

/** A page shows the document from now on: it says when it is left. */
export function showDocument(open: Keeping): void {
  unfinished.delete(ownName(open));
  shown.add(open);
}

/**
 * The page of a document is left: what is unsaved is saved, now or as soon as it can be; the texts stay until then.
 */
export function leaveDocument(open: Keeping): void {
  shown.delete(open);
  if (forgotten.has(open)) return;
  const name = ownName(open);
  const { sync } = open;
  unfinished.set(name, open);
  const settle = () => {
    // Taken up again meanwhile: it is somebody's page.
    if (unfinished.get(name) !== open) stop();
    else if (sync.getState().status === "saved") {
      unfinished.delete(name);
      stop();
    }
  };
  const stop = sync.subscribe(settle);
  void sync.flush().then(settle);
}

/** What this person left unfinished and takes up again. */
export function takeUp(owner: string, kind: DocumentKind, key: string): Keeping | undefined {
  const name = nameOf(owner, kind, key);
  const open = unfinished.get(name);
  unfinished.delete(name);
  return open;
}

const atHand = (): readonly Keeping[] => [...shown, ...unfinished.values()];

/** Saves everything that is unsaved in this tab, as far as that is done within `ms`. */
export async function flushDocuments(ms: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([Promise.allSettled(atHand().map(({ sync }) => sync.flush())), late]);
  clearTimeout(timer);
}

/**
 * Nothing of what people drew here is saved any more, but for what `owner` draws: it would be saved under another
 * name. The unsaved texts stay where their owners find them.
 */
export function forgetDocuments(owner: string | null): void {
  for (const open of atHand()) {
    if (open.owner === owner) continue;
    open.sync.close();
    forgotten.add(open);
    shown.delete(open);
  }
  for (const [name, open] of unfinished) if (forgotten.has(open)) unfinished.delete(name);
}
