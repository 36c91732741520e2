import { bringInLine } from "./bring-in-line.js";
/**
 * Everything a change of the ticket can do to its clocks: stop, pause, resume, start the next cycle, retarget.
 * `policy` is the revision that the ticket is pinned to; calendars stay at the revisions that clocks are on, unless
 * the policy's revision is another than a clock's. Call `advanceSla` first with the same `now`, so that what became
 * due before the change is reminded of.
 */
export const updateSla = (policy, situation, clocks, now, options = {}) => bringInLine({ policy, situation, clocks, now, options }, false);
//# sourceMappingURL=update.js.map