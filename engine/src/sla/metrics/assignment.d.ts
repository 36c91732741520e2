import type { SlaMetricKind } from "./metric.ts";
/** Created → first assignee. */
export declare const assignment: SlaMetricKind;
