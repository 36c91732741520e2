/** A change of the ticket and its clocks. */
import type { ClockState } from "../../state/ticket-state.ts";
import type { CompiledSla } from "../policy/policy.ts";
import type { SlaSituation } from "../situation.ts";
import { type SlaUpdated } from "./bring-in-line.ts";
import type { ClockOptions } from "./session.ts";
export type { SlaUpdated } from "./bring-in-line.ts";
/**
 * Everything a change of the ticket can do to its clocks: stop, pause, resume, start the next cycle, retarget.
 * `policy` is the revision that the ticket is pinned to; calendars stay at the revisions that clocks are on, unless
 * the policy's revision is another than a clock's. Call `advanceSla` first with the same `now`, so that what became
 * due before the change is reminded of.
 */
export declare const updateSla: (policy: CompiledSla, situation: SlaSituation, clocks: readonly ClockState[], now: number, options?: ClockOptions) => SlaUpdated;
