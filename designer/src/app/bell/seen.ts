/** Up to when a person has looked at their notifications, kept in this browser. */

const keyOf = (agent: string) => `sluice.seen.${agent}`;

/** The instant as ISO UTC; empty where they never looked. */
export function seenUntil(agent: string): string {
  try {
    return localStorage.getItem(keyOf(agent)) ?? "";
  } catch {
    // Storage may be forbidden; everything is then new on each visit.
    return "";
  }
}

/** Remembers that everything up to `instant` has been seen. */
export function noteSeen(agent: string, instant: string): void {
  try {
    localStorage.setItem(keyOf(agent), instant);
  } catch {
    // As above.
  }
}
