/** Asking a node to do its part. A node that throws fails like one that says so: its own run stops, the ticket does not. */
import type { Json } from "@sluice/schemas";
import { EngineError } from "../errors.ts";
import type { RunState, RunToken } from "../state/ticket-state.ts";
import type { CompiledNode, NodeFailure, NodeResult, Wakeup } from "../workflow/node-kind.ts";
import type { Burst } from "./burst.ts";
import { nodeContext } from "./node-context.ts";

const compiledNode = (burst: Burst, run: RunState, node: string): CompiledNode => {
  const found = burst.definitions.workflow(run.workflow)?.node(node);
  if (!found)
    throw new EngineError(
      "definition.missing",
      `workflow ${run.workflow.key} r${run.workflow.revision} has no node ${node}`,
      {
        ref: run.workflow,
        node,
      },
    );
  return found.compiled;
};

/** What `work` gives, or how it failed. */
function guarded<T>(work: () => T): T | { readonly fail: NodeFailure } {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { fail: { code: error.code, message: error.message, details: error.details as Json } };
  }
}

/** Enters the node that the token stands on, or wakes it. */
export function attempt(burst: Burst, run: RunState, token: RunToken, wakeup?: Wakeup): NodeResult {
  const node = compiledNode(burst, run, token.node);
  const context = nodeContext(burst, run, token);
  return guarded((): NodeResult => {
    if (!wakeup) return node.enter(context);
    return node.wake ? node.wake(context, wakeup) : { go: wakeup.type === "due" ? "done" : "out" };
  });
}

/** What a loop keeps of an item that has ended; seen with the variables of that item. */
export function collectFrom(
  burst: Burst,
  run: RunState,
  token: RunToken,
  item: string,
): { readonly kept: Json } | { readonly fail: NodeFailure } {
  const node = compiledNode(burst, run, token.node);
  const context = nodeContext(burst, run, { ...token, forks: [...token.forks, item] });
  return guarded(() => ({ kept: node.collect?.(context) ?? null }));
}
