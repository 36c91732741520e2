/** Finding a tier by its id, and saying when it is gone. */
import type { SlaTier, SluiceDocument } from "@sluice/schemas";
import type { Refusal } from "../command.ts";

/** The tier of a policy or of its draft. */
export const tierOf = <T extends SlaTier>(
  spec: { readonly tiers: readonly T[] },
  id: string,
): T | undefined => spec.tiers.find((tier) => tier.id === id);

/** Why a command about a tier cannot be carried out. */
export const refuseMissingTier = (document: SluiceDocument<"sla">, id: string): Refusal | undefined =>
  tierOf(document.spec, id) ? undefined : { reason: { key: "sla.refusals.noTier" }, path: "/spec/tiers" };

/** An id that none of those has: `tier-2`, `tier-3`… */
export function freshId(stem: string, taken: readonly { readonly id: string }[]): string {
  for (let n = taken.length + 1; ; n += 1) {
    const id = `${stem}-${n}`;
    if (!taken.some((each) => each.id === id)) return id;
  }
}
