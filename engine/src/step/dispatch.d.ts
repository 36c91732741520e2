import type { Burst } from "./burst.ts";
/** Handles signals until none is left; every one may raise more. */
export declare function dispatchSignals(burst: Burst): void;
