/**
 * Everything that decisions read, compiled once: the published documents, the house's settings and its people.
 * A step gets one value of it; publishing makes a new value.
 */
import type {
  ActionDefinition,
  Agent,
  AnyDocument,
  Condition,
  DocumentKind,
  Group,
  HolidayDays,
  RevisionRef,
  Settings,
  Shift,
  Skill,
  SlaOverlay,
} from "@sluice/schemas";
import type { CampaignEdge, CampaignsInForce, FromPhase } from "../campaign/in-force.ts";
import type { CompiledRouting } from "../routing/policy.ts";
import type { CompiledClassification } from "../rules/classification.ts";
import type { CompiledCalendar } from "../sla/calendar.ts";
import type { CompiledSla } from "../sla/policy/policy.ts";
import type { Facts } from "../state/events.ts";
import type { CompiledWorkflow } from "../workflow/compile-workflow.ts";

/** The people that routing, tasks and notifications look up. */
export interface People {
  readonly agents: readonly Agent[];
  readonly groups: readonly Group[];
  readonly skills: readonly Skill[];
  readonly shifts: readonly Shift[];
}

/** A document as it was published; revision 0 is a draft that is being tried. */
export interface PublishedDocument {
  readonly document: AnyDocument;
  readonly revision: number;
  /** Of a calendar: what `cn-statutory` means in this revision; what this release knows when left out. */
  readonly holidays?: HolidayDays;
}

/** A condition ready to be asked at an instant. */
export type Holds = (facts: Facts, now: number) => boolean;

export interface Definitions {
  readonly settings: Settings;
  readonly people: People;
  readonly actions: readonly ActionDefinition[];
  /** Workflows that may start now: live, in key order; a campaign's only while its phase is in force. */
  workflows(now: number): readonly CompiledWorkflow[];
  /** A pinned revision; `undefined` when it was not loaded. */
  workflow(ref: Pick<RevisionRef, "key" | "revision">): CompiledWorkflow | undefined;
  classification(key: string, now: number): CompiledClassification | undefined;
  sla(key: string, revision?: number): CompiledSla | undefined;
  routing(key: string, now: number, revision?: number): CompiledRouting | undefined;
  calendar(
    key: string,
    revision?: number,
  ): { readonly compiled: CompiledCalendar; readonly revision: number } | undefined;
  campaigns(now: number): CampaignsInForce;
  /** What a phase lays over SLA policies, in force or not: for clocks that are pinned to it. */
  pinnedOverlays(campaign: string, phase: string, revision: number): readonly FromPhase<SlaOverlay>[];
  /** Every start and end of a campaign phase, in time order. */
  readonly campaignEdges: readonly CampaignEdge[];
  /** Compiles a condition with the live segments and calendars. */
  conditions(when: Condition): Holds;
  /** True for a fact that a plugin fetches: absent means "not known yet". `null` when no plugin brings any. */
  readonly isFetched: ((fact: string) => boolean) | null;
  /** True when something live reads `sla.<metric>.…`: else those facts are not worth their making. */
  readonly readsClockFacts: boolean;
  /** The policy that tickets without one are moved by: `default`, else the first in key order. */
  readonly defaultRouting: string | undefined;
  /** The live revision of a document, or `undefined`. */
  revisionOf(kind: DocumentKind, key: string): number | undefined;
  agent(id: string): Agent | undefined;
  group(key: string): Group | undefined;
  /** The capacity kind of a channel; a channel that is not in the settings takes ticket capacity. */
  capacityKind(channel: string): "chat" | "ticket";
}
