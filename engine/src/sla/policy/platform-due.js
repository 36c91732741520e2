/** Reads the platform's own deadline from the facts. */
import { toInstant } from "../../rules/instant.js";
/**
 * The instant that a fact (`ticket.fields.platformDue`) or a ticket field by its bare key (`platformDue`) holds:
 * ISO 8601 with an offset, or epoch ms. `undefined` when it is absent or no instant: then there is no clock.
 */
export function platformDueValue(name, facts) {
    const at = toInstant(facts[name] ?? facts[`ticket.fields.${name}`]);
    if (at === undefined || Math.abs(at) > 8.64e15)
        return undefined;
    return { type: "instant", at, text: new Date(at).toISOString() };
}
//# sourceMappingURL=platform-due.js.map