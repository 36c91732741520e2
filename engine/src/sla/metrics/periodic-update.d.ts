import type { SlaMetricKind } from "./metric.ts";
/** Since the last agent update while the ticket is open; each update starts it anew. */
export declare const periodicUpdate: SlaMetricKind;
