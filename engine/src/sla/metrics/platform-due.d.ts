import type { SlaMetricKind } from "./metric.ts";
/** The platform's own deadline: an instant that a fact gives; never paused, scaled or loosened by anything. */
export declare const platformDue: SlaMetricKind;
