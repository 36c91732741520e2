import type { Facts } from "../../state/events.ts";
import type { TargetValue } from "./target-rule.ts";
/**
 * The instant that a fact (`ticket.fields.platformDue`) or a ticket field by its bare key (`platformDue`) holds:
 * ISO 8601 with an offset, or epoch ms. `undefined` when it is absent or no instant: then there is no clock.
 */
export declare function platformDueValue(name: string, facts: Facts): TargetValue | undefined;
