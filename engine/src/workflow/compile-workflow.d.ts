/** A workflow revision ready to run: nodes compiled, edges indexed by port, triggers listed. */
import type { Condition, Json, RevisionRef, SluiceDocument, WorkflowNode } from "@sluice/schemas";
import type { Definitions, Holds } from "../definitions/definitions.ts";
import type { CompiledNode } from "./node-kind.ts";
import type { TriggerEvent } from "./trigger-events.ts";
export interface CompiledTrigger {
  readonly node: string;
  readonly on: TriggerEvent;
  readonly holds: Holds | null;
  readonly when: Condition | null;
  readonly allowSelf: boolean;
}
export interface CompiledWorkflow {
  readonly ref: RevisionRef;
  readonly name: string;
  readonly concurrency: "skip" | "queue" | "parallel";
  readonly triggers: readonly CompiledTrigger[];
  /** Declared variables with their defaults. */
  readonly variables: {
    readonly [name: string]: Json;
  };
  node(id: string):
    | {
        readonly source: WorkflowNode;
        readonly compiled: CompiledNode;
      }
    | undefined;
  /** The node that a port leads to, or `undefined` when nothing is connected. */
  next(node: string, port: string): string | undefined;
}
/**
 * Prepares a workflow. The document is taken as checked (`parseDocument` and the workflow's own checks).
 * @throws EngineError `document.invalid` for a node kind that does not exist.
 */
export declare function compileWorkflow(
  document: SluiceDocument<"workflow">,
  ref: RevisionRef,
  definitions: Pick<Definitions, "conditions">,
): CompiledWorkflow;
