import type { SlaMetricKind } from "./metric.ts";
/** Created → resolved; reopening resumes the same clock, and the time spent resolved does not count. */
export declare const resolution: SlaMetricKind;
