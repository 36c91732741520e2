/** The changes that findings offer. */
import { type FindingFix, type FixCode, fixTexts, type PatchStep } from "@sluice/schemas";
import { at } from "../check/pointer.ts";

/** Steps under the name that the list of texts gives them. */
export const fixOf = (code: FixCode, patch: readonly PatchStep[]): FindingFix => ({
  label: fixTexts[code],
  patch,
});

/** Takes one place out of the document. */
export const removal = (path: string, code: FixCode): FindingFix => fixOf(code, [{ op: "remove", path }]);

/** Puts another value in one place. */
export const replacement = (path: string, value: unknown, code: FixCode): FindingFix =>
  fixOf(code, [{ op: "replace", path, value }]);

/** Puts an item of a list before an earlier one. */
export const moveUp = (list: string, from: number, to: number, item: unknown): FindingFix =>
  fixOf("move-up", [
    { op: "remove", path: at(list, from) },
    { op: "add", path: at(list, to), value: item },
  ]);
