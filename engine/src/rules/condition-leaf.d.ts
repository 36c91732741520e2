/** One comparison, compiled: the fact is read, the value bound once unless it is another fact. */
import type { ConditionLeaf, FactReference } from "@sluice/schemas";
import { type ConditionNode } from "./condition-node.ts";
import type { Prepare } from "./decorators.ts";
import type { FactId } from "./evaluation.ts";
/** Whether a fact is fetched by a plugin: then its absence means "not known yet". */
export type IsFetched = (fact: FactId) => boolean;
/** True for a leaf's value that names another fact (json-rules-engine: any object with an own `fact`). */
export declare const isReference: (value: unknown) => value is FactReference;
/** The facts that a leaf reads. */
export declare const factsOfLeaf: (leaf: ConditionLeaf) => readonly FactId[];
/** Compiles a leaf whose operator is already found. */
export declare function leafNode(leaf: ConditionLeaf, prepare: Prepare, isFetched: IsFetched): ConditionNode;
