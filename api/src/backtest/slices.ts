/** Long computations in slices: other requests are answered between two of them. */
import { setImmediate as nextTurn } from "node:timers/promises";

/** Longest stretch without a breath, ms. */
const sliceMs = 15;

export interface Slices {
  /** Ms since the start. */
  readonly elapsed: number;
  /** Lets others run when this slice is over; false once the whole time is used up or the caller has gone. */
  breathe(): Promise<boolean>;
}

/** Begins now; `maxMs` is the machine's time, not the tickets'. */
export function createSlices(maxMs: number, gone?: AbortSignal): Slices {
  const began = performance.now();
  let slice = began;
  return {
    get elapsed() {
      return performance.now() - began;
    },
    async breathe() {
      if (performance.now() - slice > sliceMs) {
        await nextTurn();
        slice = performance.now();
      }
      return !gone?.aborted && performance.now() - began < maxMs;
    },
  };
}
