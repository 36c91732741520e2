/** Where a burst keeps its runs. */
import type { Origin } from "../state/events.ts";
import type { RunState } from "../state/ticket-state.ts";
import type { Burst } from "./burst.ts";
/** Stores a new version of a run and remembers that this step touched it. */
export declare function setRun(burst: Burst, run: RunState): RunState;
/** What the changes that a run makes are marked with. */
export declare const originOf: (run: RunState) => Origin;
