/** One node of a workflow: its kind, its config by the kind's schema, and everything the config names. */
import { type Json, type Problem, type WorkflowNode } from "@sluice/schemas";
import type { AnyNodeKind } from "../workflow/node-kind.ts";
import type { CheckContext } from "./check-context.ts";
/** A node whose kind and config are right as far as its schema can say, or its problems. */
export type CheckedNode = {
    readonly kind: AnyNodeKind;
    readonly config: Json;
    readonly problems: readonly Problem[];
} | {
    readonly kind: null;
    readonly problems: readonly Problem[];
};
/** Checks one node; paths begin at `path`, the node's own. */
export declare function checkNode(node: WorkflowNode, path: string, context: CheckContext): CheckedNode;
