/** One heartbeat for everything that counts live: a single timer, running only while somebody listens. */
import { useSyncExternalStore } from "react";
import { serverNow } from "../client/server-time.ts";

let now = serverNow();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function beat(): void {
  now = serverNow();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Nobody was listening: what stands there is old, and the server's clock may have become known since.
  if (timer === undefined) now = serverNow();
  timer ??= setInterval(beat, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Now on the server, epoch ms, renewed each second. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);

/** Now rounded down to `step` ms: re-renders only when the step changes. */
export const useNowEvery = (step: number): number =>
  useSyncExternalStore(subscribe, () => Math.floor(now / step) * step);
