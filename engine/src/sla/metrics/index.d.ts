/** Every SLA metric, in the order of `slaMetrics`. A test compares this list with the folder. */
import type { SlaMetric } from "@sluice/schemas";
import type { SlaMetricKind } from "./metric.ts";
export type { MetricOptions, SlaMetricKind } from "./metric.ts";
/** The metric kinds, for palettes and for running through them. */
export declare const slaMetricKinds: readonly SlaMetricKind[];
/** One metric kind. */
export declare const slaMetricKind: (id: SlaMetric) => SlaMetricKind;
