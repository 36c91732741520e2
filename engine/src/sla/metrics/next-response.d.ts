import type { SlaMetricKind } from "./metric.ts";
/** After the first human reply: earliest unanswered customer message → human reply; then it starts anew. */
export declare const nextResponse: SlaMetricKind;
