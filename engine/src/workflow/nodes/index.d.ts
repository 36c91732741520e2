/** Every node kind, by its folder's name; a test compares this list with the folder. */
import type { AnyNodeKind } from "../node-kind.ts";
/** Kind id → kind, in palette order. */
export declare const nodeKinds: ReadonlyMap<string, AnyNodeKind>;
