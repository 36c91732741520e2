/** The one source of the time. Nothing else in the server reads the machine's clock for what a ticket sees. */

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is moved: sandboxes and tests. */
export interface ManualClock extends Clock {
  /** Moves to an instant, forwards or backwards. */
  set(instant: number): void;
  advance(ms: number): void;
}

/** Creates a clock that starts at `start` and then only moves by hand. */
export function createManualClock(start: number): ManualClock {
  let at = start;
  return {
    now: () => at,
    set: (instant) => {
      at = instant;
    },
    advance: (ms) => {
      at += ms;
    },
  };
}

export const isManualClock = (clock: Clock): clock is ManualClock => "advance" in clock;

/** The text of the instant that was written last: a ticket's view says the same one a dozen times. */
let last = { instant: 0, text: new Date(0).toISOString() };

function isoOf(instant: number): string {
  if (last.instant !== instant) last = { instant, text: new Date(instant).toISOString() };
  return last.text;
}

/** Epoch milliseconds as ISO 8601 UTC; `null` stays `null`. */
export const toIso = <T extends number | null>(instant: T): T extends null ? null : string =>
  (instant === null ? null : isoOf(instant)) as T extends null ? null : string;
