/** Every SLA metric, in the order of `slaMetrics`. A test compares this list with the folder. */
import type { SlaMetric } from "@sluice/schemas";
import { assignment } from "./assignment.ts";
import { firstResponse } from "./first-response.ts";
import type { SlaMetricKind } from "./metric.ts";
import { nextResponse } from "./next-response.ts";
import { periodicUpdate } from "./periodic-update.ts";
import { platformDue } from "./platform-due.ts";
import { resolution } from "./resolution.ts";

export type { SlaMetricKind } from "./metric.ts";

const byId: { readonly [M in SlaMetric]: SlaMetricKind & { readonly id: SlaMetric } } = {
  firstResponse,
  nextResponse,
  periodicUpdate,
  assignment,
  resolution,
  platformDue,
};

/** The metric kinds, for palettes and for running through them. */
export const slaMetricKinds: readonly SlaMetricKind[] = Object.values(byId);

/** One metric kind. */
export const slaMetricKind = (id: SlaMetric): SlaMetricKind => byId[id];
