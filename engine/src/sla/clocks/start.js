import { bringInLine } from "./bring-in-line.js";
/**
 * Starts a policy's clocks; on a ticket that has clocks, they follow the policy, its revision and the live
 * revisions of its calendars, with their elapsed time kept. Pure; `now` is epoch ms.
 */
export function startSla(policy, situation, now, options = {}) {
    const input = { policy, situation, clocks: options.clocks ?? [], now, options };
    const { clocks, decision } = bringInLine(input, true);
    return { clocks, decision: decision ?? { kind: "sla", ref: policy.ref, clocks: [], at: now } };
}
//# sourceMappingURL=start.js.map