/** The last part of the breadcrumb, named by the page that is open; it is the window's title too. */
import { useEffect, useSyncExternalStore } from "react";

let current: string | null = null;
const listeners = new Set<() => void>();

function setCrumb(text: string | null): void {
  current = text;
  for (const listener of listeners) listener();
}

/** Names the open page below its place in the rail; `null` where there is nothing to add. */
export function useCrumb(text: string | null): void {
  useEffect(() => {
    setCrumb(text);
    return () => setCrumb(null);
  }, [text]);
}

/** What the open page has named. */
export const useCurrentCrumb = (): string | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
