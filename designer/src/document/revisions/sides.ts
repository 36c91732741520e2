/** The two sides of a comparison. */
import type { RevisionView } from "../../client/documents.ts";

/** A revision by its number, the draft as it is drawn, or nothing: what was there before the first revision. */
export type Side = number | "draft" | "nothing";

export interface Sides {
  readonly from: Side;
  readonly to: Side;
}

/** What is most likely asked: what the draft changes; where it changes nothing, what the last publishing changed. */
export function firstSides(revisions: readonly RevisionView[], changed: boolean): Sides {
  const live = revisions.find((item) => item.live)?.revision ?? revisions[0]?.revision ?? "nothing";
  if (changed || live === "nothing") return { from: live, to: "draft" };
  return { from: live > 1 ? live - 1 : "nothing", to: live };
}
