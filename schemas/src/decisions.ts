/**
 * Decisions: one classification, SLA or routing outcome with its reasons.
 * They are stored with the event that caused them and answered at `/tickets/:id/decisions`.
 * Instants are epoch milliseconds here; the API answers them as ISO UTC.
 */
import type { DocumentKind } from "./documents/document.ts";
import type { Json, Priority, SlaMetric } from "./primitives.ts";

/** Which published revision was used; revision 0 is an unpublished draft (simulation). */
export interface RevisionRef {
  readonly kind: DocumentKind;
  readonly key: string;
  readonly revision: number;
}

/** A keyword that was found, as positions in the text as the fact holds it (UTF-16 offsets). */
export interface TextMatch {
  readonly keyword: string;
  readonly start: number;
  readonly end: number;
}

/** The truth of one node of a condition tree; `unknown` = depends on a fact that is not there yet. */
export type Truth = boolean | "unknown";

export type ConditionTrace =
  | { readonly type: "all" | "any"; readonly result: Truth; readonly children: readonly ConditionTrace[] }
  | { readonly type: "not"; readonly result: Truth; readonly children: readonly [ConditionTrace] }
  | {
      readonly type: "segment";
      readonly segment: string;
      readonly result: Truth;
      readonly children: readonly ConditionTrace[];
    }
  | LeafTrace;

export interface LeafTrace {
  readonly type: "leaf";
  readonly fact: string;
  readonly operator: string;
  readonly expected: Json;
  /** `null` with `missing` when the fact was not there. */
  readonly actual: Json;
  readonly missing?: boolean;
  readonly result: Truth;
  readonly matches?: readonly TextMatch[];
}

/** One rule that matched, what it gave, and the leaves that made it match. */
export interface MatchedRule {
  readonly id: string;
  readonly name: string;
  readonly gave: { readonly [property: string]: Json };
  readonly because: readonly LeafTrace[];
  /** The campaign whose overlay brought the rule. */
  readonly campaign?: string;
}

export interface ClassificationDecision {
  readonly kind: "classification";
  readonly ref: RevisionRef;
  readonly matched: readonly MatchedRule[];
  readonly outcome: {
    readonly category: string | null;
    readonly priority: Priority | null;
    readonly tags: readonly string[];
    readonly fields: { readonly [key: string]: Json };
  };
  /** Where each part came from: a rule id, `otherwise` or `caller`. */
  readonly sources: {
    readonly category?: string;
    readonly priority?: string;
    readonly tags: { readonly [tag: string]: string };
    readonly fields: { readonly [key: string]: string };
  };
  readonly at: number;
  /** Absent: our own evaluator. `reference`: json-rules-engine, while the two differ on the ruleset. */
  readonly evaluator?: "reference";
}

/** A target: open time, working days, or the platform's own instant. */
export type SlaTarget =
  | { readonly type: "open"; readonly ms: number; readonly text: string }
  | { readonly type: "workingDays"; readonly days: number; readonly text: string }
  | { readonly type: "instant"; readonly at: number; readonly text: string };

export interface OverlayRef {
  readonly campaign: string;
  readonly phase: string;
  readonly revision: number;
}

export interface ClockDecision {
  readonly clock: string;
  readonly metric: SlaMetric;
  readonly change: "started" | "stopped" | "paused" | "resumed" | "retargeted" | "cancelled" | "breached";
  readonly target: SlaTarget;
  readonly calendar: string;
  readonly due: number;
  readonly previousDue?: number;
  readonly elapsedMs: number;
  /** The tiers that made the target, from the filled cell outwards (`["vip","standard"]`). */
  readonly tiers: readonly string[];
  readonly overlay?: OverlayRef;
  readonly reason?: string;
}

export interface SlaDecision {
  readonly kind: "sla";
  readonly ref: RevisionRef;
  readonly clocks: readonly ClockDecision[];
  readonly at: number;
}

/** Why an agent could not be given the ticket. */
export type SkipReason =
  | "not-in-group"
  | "presence"
  | "off-shift"
  | "at-capacity"
  | "shop"
  | "skill"
  | "excluded"
  | "outranked";

/** One thing that stands against an agent, with its value. */
export interface SkipGround {
  readonly reason: SkipReason;
  /** As in `AgentConsidered`; each missing skill is a ground of its own. */
  readonly detail?: string;
  /** Off shift: when the next one of theirs begins, epoch ms; absent when they have none. */
  readonly until?: number;
}

export interface AgentConsidered {
  readonly agent: string;
  readonly eligible: boolean;
  readonly reason?: SkipReason;
  /** Presence, missing skill, or `load/capacity`. */
  readonly detail?: string;
  readonly load: number;
  readonly capacity: number;
  /** Everything that stands against the agent, in answers to people who ask; a stored decision names the first. */
  readonly grounds?: readonly SkipGround[];
  /** Place among those who could have had it, 1 = the best, in such answers. */
  readonly rank?: number;
}

export type RoutingOutcome =
  | { readonly type: "assigned"; readonly agent: string; readonly group: string | null }
  | { readonly type: "pooled"; readonly pool: string }
  | { readonly type: "waiting"; readonly group: string; readonly timeoutAt: number | null };

export interface RoutingDecision {
  readonly kind: "routing";
  readonly ref: RevisionRef;
  readonly route: string;
  readonly step: number;
  readonly strategy?: string;
  readonly outcome: RoutingOutcome;
  /** A bounded sample: the winner and at most 50 others, in rank order. */
  readonly considered: readonly AgentConsidered[];
  readonly cause: "route" | "timeout" | "drain" | "claim" | "manual" | "offline" | "claim-timeout";
  readonly campaign?: string;
  readonly at: number;
}

export type Decision = ClassificationDecision | SlaDecision | RoutingDecision;
