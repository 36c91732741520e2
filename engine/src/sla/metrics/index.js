import { assignment } from "./assignment.js";
import { firstResponse } from "./first-response.js";
import { nextResponse } from "./next-response.js";
import { periodicUpdate } from "./periodic-update.js";
import { platformDue } from "./platform-due.js";
import { resolution } from "./resolution.js";
const byId = {
    firstResponse,
    nextResponse,
    periodicUpdate,
    assignment,
    resolution,
    platformDue,
};
/** The metric kinds, for palettes and for running through them. */
export const slaMetricKinds = Object.values(byId);
/** One metric kind. */
export const slaMetricKind = (id) => byId[id];
//# sourceMappingURL=index.js.map