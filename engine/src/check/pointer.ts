/** JSON pointers (RFC 6901) of problems. */
import type { Problem } from "@sluice/schemas";

/** A pointer a few steps further down; keys are escaped. */
export const at = (path: string, ...steps: readonly (string | number)[]): string =>
  [path, ...steps.map((step) => String(step).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");

/** Problems whose paths are below `path` in the whole document. */
export const below = (path: string, problems: readonly Problem[]): Problem[] =>
  problems.map((item) => ({ ...item, path: `${path}${item.path}` }));
