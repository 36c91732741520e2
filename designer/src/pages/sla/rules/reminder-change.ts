/** A changed reminder as it is written down. */
import type { SlaReminder } from "@sluice/schemas";

type Loose = { readonly [K in keyof SlaReminder]: SlaReminder[K] | undefined };

/** Drops what is not said: an absent property and one that is `undefined` are the same to people, not to a document. */
export const withoutUndefined = (reminder: Loose): SlaReminder =>
  Object.fromEntries(
    Object.entries(reminder).filter(([, value]) => value !== undefined),
  ) as unknown as SlaReminder;
