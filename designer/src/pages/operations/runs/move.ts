/** What a plan of moving runs still needs: the places that have to be given, those that were given already among them. */
import type { Move, MovePlan } from "../../../client/operations.ts";

export interface Place {
  readonly node: string;
  /** One of the revisions whose runs stand there; `null` once the place is given. */
  readonly revision: number | null;
  readonly runs: number;
  /** Why it has none; `null` once the place is given. */
  readonly reason: string | null;
}

/** Nodes without a place, over all revisions, and those that the mapping gave one, in the order of their ids. */
export function toPlaces({ unmapped }: MovePlan, mapping: Move["mapping"]): readonly Place[] {
  const places = new Map<string, Place>();
  for (const node of Object.keys(mapping)) places.set(node, { node, revision: null, runs: 0, reason: null });
  for (const { node, reason, revision, runs } of unmapped) {
    const known = places.get(node);
    places.set(node, { node, revision, reason, runs: Math.max(runs, 0) + (known?.runs ?? 0) });
  }
  return [...places.values()].sort((a, b) => (a.node < b.node ? -1 : 1));
}

/** True when there is something to move, and a place for all of it. */
export const isReady = (plan: MovePlan | undefined): boolean =>
  plan !== undefined && plan.runs > 0 && plan.unmapped.length === 0;

const reasons = ["missing", "kind", "outcomes", "fork"] as const;

/** A reason as its message key names it; also reasons that came later. */
export const reasonName = (reason: string): (typeof reasons)[number] | "other" =>
  reasons.find((known) => known === reason) ?? "other";
