/** What page and worker say to each other. */
import type { LintOptions } from "@sluice/engine";
import type { Finding } from "@sluice/schemas";
import type { Delta } from "./document-delta.ts";

/** What surrounds the documents that are checked; `now` is added to each check. */
export type LintSurroundings = Omit<LintOptions, "now" | "memory">;

export type LintRequest =
  | { readonly type: "surroundings"; readonly surroundings: LintSurroundings }
  /** About what the delta makes of the document that was asked about before. */
  | { readonly type: "check"; readonly id: number; readonly delta: Delta; readonly now: number };

export interface LintAnswer {
  readonly id: number;
  readonly findings: readonly Finding[];
}
