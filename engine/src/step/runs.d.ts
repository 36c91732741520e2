import type { RunState, RunToken, TokenWait } from "../state/ticket-state.ts";
import type { CompiledWorkflow } from "../workflow/compile-workflow.ts";
import type { Wakeup } from "../workflow/node-kind.ts";
import type { Burst } from "./burst.ts";
/** Node steps that one burst may take; more is a loop. */
export declare const maxNodeSteps = 1000;
/** How deep workflows may start each other within one burst. */
export declare const maxLevels = 10;
/** Starts a run at a trigger and moves it as far as it goes. */
export declare function startRun(
  burst: Burst,
  workflow: CompiledWorkflow,
  trigger: string,
  level: number,
): void;
/** Moves a token from the node that it stands on, which is entered (again), until it waits or is gone. */
export declare function advance(burst: Burst, runId: string, tokenId: string): void;
/** Ends a run; what waits in it is cancelled, and a run that queued behind it starts. */
export declare function endRun(
  burst: Burst,
  runId: string,
  status: "completed" | "cancelled" | "failed",
): void;
/** Enters the token's node again under the same visit, so under the same idempotency key. */
export declare function resume(burst: Burst, runId: string, tokenId: string): void;
/** Leaves a failed node as if it had gone well. */
export declare function skip(burst: Burst, runId: string, tokenId: string): void;
/** Wakes a waiting token with what it waited for. */
export declare function wake(burst: Burst, runId: string, tokenId: string, wakeup: Wakeup): void;
/** The waiting tokens of all active runs, oldest run first. */
export declare const waitingTokens: (burst: Burst) => readonly {
  readonly run: RunState;
  readonly token: RunToken;
  readonly wait: TokenWait;
}[];
