/**
 * A name for this tab that survives its reload. A tab that is duplicated gets a copy of the session storage, hence a
 * new name unless the page was reloaded or restored.
 */
const storageKey = "sluice.tab";

const isSameTab = (): boolean => {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return entry?.type === "reload" || entry?.type === "back_forward";
};

function read(): string | null {
  try {
    return sessionStorage.getItem(storageKey);
  } catch {
    // Storage may be forbidden; the name then lasts as long as the page.
    return null;
  }
}

function write(id: string): void {
  try {
    sessionStorage.setItem(storageKey, id);
  } catch {
    // As above.
  }
}

const lockPrefix = "sluice.tab.";

/** Held as long as the page lives; the browser lets go of it even after a crash. Only on secure origins. */
function holdLock(id: string): void {
  void globalThis.navigator?.locks?.request(lockPrefix + id, () => new Promise(() => undefined));
}

let known: string | undefined;

/** This tab's name. */
export function tabId(): string {
  if (known !== undefined) return known;
  known = (isSameTab() ? read() : null) ?? Math.random().toString(36).slice(2, 12);
  write(known);
  holdLock(known);
  return known;
}

/** The names of the tabs that are open; `null` where the browser does not tell. */
export async function livingTabs(): Promise<ReadonlySet<string> | null> {
  const locks = globalThis.navigator?.locks;
  if (locks === undefined) return null;
  const { held = [], pending = [] } = await locks.query();
  const names = [...held, ...pending].map(({ name = "" }) => name);
  return new Set(
    names.filter((name) => name.startsWith(lockPrefix)).map((name) => name.slice(lockPrefix.length)),
  );
}
