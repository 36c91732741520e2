/** JSON pointers (RFC 6901) of problems. */
import type { Problem } from "@sluice/schemas";

/** Few keys need it, and pointers are made by the ten thousand. */
const escaped = (step: string | number): string =>
  typeof step === "string" && /[~/]/.test(step)
    ? step.replaceAll("~", "~0").replaceAll("/", "~1")
    : String(step);

/** A pointer a few steps further down; keys are escaped. */
export function at(path: string, ...steps: readonly (string | number)[]): string {
  let pointer = path;
  for (const step of steps) pointer += `/${escaped(step)}`;
  return pointer;
}

/** Problems whose paths are below `path` in the whole document. */
export const below = (path: string, problems: readonly Problem[]): Problem[] =>
  problems.map((item) => ({ ...item, path: `${path}${item.path}` }));
