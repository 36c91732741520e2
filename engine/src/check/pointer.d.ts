/** JSON pointers (RFC 6901) of problems. */
import type { Problem } from "@sluice/schemas";
/** A pointer a few steps further down; keys are escaped. */
export declare const at: (path: string, ...steps: readonly (string | number)[]) => string;
/** Problems whose paths are below `path` in the whole document. */
export declare const below: (path: string, problems: readonly Problem[]) => Problem[];
