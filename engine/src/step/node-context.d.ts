import type { RunState, RunToken } from "../state/ticket-state.ts";
import type { NodeContext } from "../workflow/node-kind.ts";
import type { Burst } from "./burst.ts";
/** The context of one token on one node. */
export declare function nodeContext(burst: Burst, run: RunState, token: RunToken): NodeContext;
