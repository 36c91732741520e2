/**
 * Which campaign phases are in force at an instant, and what they lay over each policy.
 * In force for `from ≤ now < until`, inside both the campaign's and the phase's window.
 * Overlaps: higher `precedence`, then later `from`, then key; of one campaign's phases the one that starts later,
 * then the one that is drawn first.
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
export function compileCampaign(document: SluiceDocument<"campaign">, revision: number): CompiledCampaign {
  const from = Date.parse(document.spec.from);
  const until = Date.parse(document.spec.until);
  return {
    key: document.key,
    revision,
    precedence: document.spec.precedence ?? 0,
    from,
    until,
    phases: document.spec.phases.map((phase) => ({
      from: Math.max(from, Date.parse(phase.from)),
      until: Math.min(until, Date.parse(phase.until)),
      phase,
    })),
  };
}

const strongerFirst = (a: CompiledCampaign, b: CompiledCampaign): number =>
  b.precedence - a.precedence || b.from - a.from || (a.key < b.key ? -1 : 1);

const collect = <T>(
  phases: readonly PhaseInForce[],
  pick: (phase: CampaignPhase) => readonly T[] | undefined,
  keep: (overlay: T) => boolean,
): readonly FromPhase<T>[] =>
  phases.flatMap(({ campaign, revision, phase }) =>
    (pick(phase) ?? []).filter(keep).map((overlay) => ({ campaign, phase: phase.id, revision, overlay })),
  );

/** Everything that campaigns lay over the house at `now` (epoch ms). */
export function campaignsInForce(campaigns: readonly CompiledCampaign[], now: number): CampaignsInForce {
  const phases = [...campaigns].sort(strongerFirst).flatMap(({ key, revision, phases: all }) =>
    all
      .filter(({ from, until }) => from <= now && now < until)
      .sort((a, b) => b.from - a.from)
      .map(({ phase }) => ({ campaign: key, revision, phase })),
  );
  return {
    key: phases.map(({ campaign, revision, phase }) => `${campaign}@${revision}/${phase.id}`).join(","),
    phases,
    sla: (policy) =>
      collect(
        phases,
        (phase) => phase.sla,
        (overlay) => overlay.policy === policy,
      ),
    classification: (ruleset) =>
      collect(
        phases,
        (phase) => phase.classification,
        (overlay) => overlay.ruleset === ruleset,
      ),
    routing: (policy) =>
      collect(
        phases,
        (phase) => phase.routing,
        (overlay) => overlay.policy === policy,
      ),
    workflows: new Set(phases.flatMap(({ phase }) => phase.workflows ?? [])),
    announcements: phases.flatMap(({ campaign, phase }) =>
      phase.announcement ? [{ campaign, phase: phase.id, text: phase.announcement }] : [],
    ),
  };
}

/** The SLA overlays of one phase, whether it is in force or not; none when the campaign is gone. */
export const phaseOverlays = (
  campaign: CompiledCampaign | undefined,
  phase: string,
): readonly FromPhase<SlaOverlay>[] =>
  (campaign?.phases ?? [])
    .filter((item) => item.phase.id === phase)
    .flatMap((item) =>
      (item.phase.sla ?? []).map((overlay) => ({
        campaign: campaign?.key ?? "",
        revision: campaign?.revision ?? 0,
        phase,
        overlay,
      })),
    );

/** A start or an end of a phase. */
export interface CampaignEdge {
  readonly at: number;
  readonly campaign: string;
  readonly phase: string;
  readonly edge: "started" | "ended";
}

/** Every edge of the campaigns, in time order; phases that never are in force have none. */
export const campaignEdges = (campaigns: readonly CompiledCampaign[]): readonly CampaignEdge[] =>
  campaigns
    .flatMap(({ key, phases }) =>
      phases
        .filter(({ from, until }) => from < until)
        .flatMap(({ from, until, phase }): CampaignEdge[] => [
          { at: from, campaign: key, phase: phase.id, edge: "started" },
          { at: until, campaign: key, phase: phase.id, edge: "ended" },
        ]),
    )
    .sort((a, b) => a.at - b.at);
