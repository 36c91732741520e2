/** The changes that findings offer. */
import type { FindingFix, Label } from "@sluice/schemas";

/** Takes one place out of the document. */
export const removal = (path: string, label: Label): FindingFix => ({
  label,
  patch: [{ op: "remove", path }],
});

/** Puts another value in one place. */
export const replacement = (path: string, value: unknown, label: Label): FindingFix => ({
  label,
  patch: [{ op: "replace", path, value }],
});
