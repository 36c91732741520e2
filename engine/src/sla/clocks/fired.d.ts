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
    /** When it was due, and by how many ms it comes later: long after it when the house was down. */
    readonly dueAt: number;
    readonly lateBy: number;
    /** When the clock itself is due. */
    readonly clockDue: number;
}
