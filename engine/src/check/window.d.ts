/** Windows between two instants. */
import { type Problem, type ProblemCode } from "@sluice/schemas";
interface Window {
    readonly from: string | null | undefined;
    readonly until: string | null | undefined;
}
/** Epoch ms; `undefined` for text that names no day or time that exists (`2026-02-30`, `25:00`). */
export declare function readInstant(text: string): number | undefined;
/** Both ends exist and the window is not empty; an end that is absent is open. `names` are the two properties. */
export declare function checkWindow({ from, until }: Window, path: string, names: readonly [from: string, until: string], code?: ProblemCode): Problem[];
export {};
