import type { SlaMetricKind } from "./metric.ts";
/** Created → first human public reply, or anybody's with `stopsOn: "any"`. */
export declare const firstResponse: SlaMetricKind;
