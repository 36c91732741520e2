/** What page and worker say to each other. */
import type { LintOptions } from "@sluice/engine";
import type { AnyDocument, Finding } from "@sluice/schemas";

/** What surrounds the documents that are checked; `now` is added to each check. */
export type LintSurroundings = Omit<LintOptions, "now">;

export type LintRequest =
  | { readonly type: "surroundings"; readonly surroundings: LintSurroundings }
  | { readonly type: "check"; readonly id: number; readonly document: AnyDocument; readonly now: number };

export interface LintAnswer {
  readonly id: number;
  readonly findings: readonly Finding[];
}
