/** A reminder whose moment has come. */
import type { SlaMetric, SlaReminder } from "@sluice/schemas";

/** Fires once per ticket, metric, cycle and reminder; again only after a retarget moved the due later. */
export interface FiredReminder {
  /** As the policy has it: id, card, whom to notify, whether to escalate. */
  readonly reminder: SlaReminder;
  readonly metric: SlaMetric;
  /** Clock id, `<metric>:<cycle>`. */
  readonly clock: string;
  readonly cycle: number;
  /** When it was due on the clock as it is. */
  readonly dueAt: number;
  /** By how many ms the house was late: what a retarget moved into the past counts from the retarget. */
  readonly lateBy: number;
  /** When the clock itself is due. */
  readonly clockDue: number;
}
