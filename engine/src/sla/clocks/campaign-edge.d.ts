/**
 * A campaign phase starts or ends: what that does to clocks already open.
 * Source: documents.md, section campaign: `inFlight` at the start, `onEnd` at the end; `keep` is the default.
 */
import type { SlaOverlay } from "@sluice/schemas";
import type { FromPhase } from "../../campaign/in-force.ts";
import type { ClockState } from "../../state/ticket-state.ts";
import type { CompiledSla } from "../policy/policy.ts";
import type { SlaSituation } from "../situation.ts";
import type { SlaUpdated } from "./bring-in-line.ts";
import { type ClockOptions } from "./session.ts";
export interface CampaignEdgeOptions extends ClockOptions {
    /** The overlays in force after the edge, strongest first. */
    readonly overlays: readonly FromPhase<SlaOverlay>[];
    readonly campaign: string;
    readonly phase: string;
    readonly edge: "started" | "ended";
}
/**
 * Moves open clocks over a phase's edge; the platform's own deadline is never touched.
 * At an end, `pinned` must find the phase that is over: a clock whose phase it does not know keeps its target.
 */
export declare function campaignEdgeSla(policy: CompiledSla, situation: SlaSituation, clocks: readonly ClockState[], now: number, options: CampaignEdgeOptions): SlaUpdated;
