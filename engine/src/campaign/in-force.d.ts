/**
 * Which campaign phases are in force at an instant, and what they lay over each policy.
 * In force for `from ≤ now < until`, inside both the campaign's and the phase's window.
 * Overlaps: higher `precedence`, then later `from`, then key.
 */
import type {
  Announcement,
  CampaignPhase,
  ClassificationOverlay,
  RoutingOverlay,
  SlaOverlay,
  SluiceDocument,
} from "@sluice/schemas";
export interface PhaseInForce {
  readonly campaign: string;
  readonly revision: number;
  readonly phase: CampaignPhase;
}
/** An overlay with the phase that it comes from, for pinning and for the why. */
export interface FromPhase<T> {
  readonly campaign: string;
  readonly phase: string;
  readonly revision: number;
  readonly overlay: T;
}
/** The phases in force at one instant, strongest first. */
export interface CampaignsInForce {
  /** Equal for two instants with the same phases in force: a key for caches. */
  readonly key: string;
  readonly phases: readonly PhaseInForce[];
  sla(policy: string): readonly FromPhase<SlaOverlay>[];
  classification(ruleset: string): readonly FromPhase<ClassificationOverlay>[];
  routing(policy: string): readonly FromPhase<RoutingOverlay>[];
  /** Keys of workflows that run only now. */
  readonly workflows: ReadonlySet<string>;
  readonly announcements: readonly {
    readonly campaign: string;
    readonly phase: string;
    readonly text: Announcement;
  }[];
}
export interface CompiledCampaign {
  readonly key: string;
  readonly revision: number;
  readonly precedence: number;
  readonly from: number;
  readonly until: number;
  readonly phases: readonly {
    readonly from: number;
    readonly until: number;
    readonly phase: CampaignPhase;
  }[];
}
/** Prepares a campaign: instants parsed, phases cut to the campaign's window. */
export declare function compileCampaign(
  document: SluiceDocument<"campaign">,
  revision: number,
): CompiledCampaign;
/** Everything that campaigns lay over the house at `now` (epoch ms). */
export declare function campaignsInForce(
  campaigns: readonly CompiledCampaign[],
  now: number,
): CampaignsInForce;
/** The SLA overlays of one phase, whether it is in force or not; none when the campaign is gone. */
export declare const phaseOverlays: (
  campaign: CompiledCampaign | undefined,
  phase: string,
) => readonly FromPhase<SlaOverlay>[];
/** A start or an end of a phase. */
export interface CampaignEdge {
  readonly at: number;
  readonly campaign: string;
  readonly phase: string;
  readonly edge: "started" | "ended";
}
/** Every edge of the campaigns, in time order; phases that never are in force have none. */
export declare const campaignEdges: (campaigns: readonly CompiledCampaign[]) => readonly CampaignEdge[];
