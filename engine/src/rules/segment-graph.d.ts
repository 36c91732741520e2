/** Segments as a graph: which refer to each other, and how large a condition is with them inlined. */
import { type Condition } from "@sluice/schemas";
import type { Segments } from "./condition-compiler.ts";
interface Size {
    readonly depth: number;
    readonly leaves: number;
}
/** A cycle that is reached from a segment, first key repeated at its end; `undefined` when there is none. */
export declare function segmentCycle(key: string, segments: Segments): readonly string[] | undefined;
/** Depth and leaves with every segment inlined; the segments must not refer to each other in a cycle. */
export declare function sizeWithSegments(when: Condition, segments: Segments): Size;
export {};
