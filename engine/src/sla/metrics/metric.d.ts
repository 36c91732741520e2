/** What an SLA metric is: when its cycles start and stop, and what pauses them. */
import type { Label, SlaMetric, TicketStatus } from "@sluice/schemas";
import type { SlaSituation } from "../situation.ts";
/** What a policy says about starting and stopping. */
export interface MetricOptions {
    /** Whose public reply counts as the first one. */
    readonly stopsOn: "human" | "any";
}
export interface SlaMetricKind {
    readonly id: SlaMetric;
    readonly label: Label;
    readonly description: Label;
    /** True if a new cycle begins each time; false for one clock per ticket. */
    readonly restarts: boolean;
    /** Statuses that pause it where the policy's `pauseOn` does not name the metric. */
    readonly pauseOn: readonly TicketStatus[];
    /** False: nothing pauses, scales or loosens it. */
    readonly adjustable: boolean;
    /** What resolving does to a clock that still runs: it has done its work, or there is nothing left to do. */
    readonly onResolved: "stop" | "cancel";
    /** When the cycle that the ticket is in began; `null` if there is none. */
    startOf(situation: SlaSituation, options: MetricOptions): number | null;
    /** When the cycle that began at `startedAt` was fulfilled; `null` while it is not. Resolving is `onResolved`. */
    stopOf(situation: SlaSituation, startedAt: number, options: MetricOptions): number | null;
}
