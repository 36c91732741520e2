/** A ticket on a policy as it is drawn: which tiers it matches and why, and which target it gets from where. */
import { compileConditions, EngineError, type TargetSource, targetSource } from "@sluice/engine";
import {
  type AnyDocument,
  type Condition,
  type ConditionTrace,
  type Json,
  type Priority,
  type SlaMetric,
  type SlaSpec,
  type SlaTarget,
  type SlaTier,
  slaMetrics,
} from "@sluice/schemas";
import { isScaled } from "../../../editor/sla/cells.ts";
import { effectiveTarget } from "../../../editor/sla/effective.ts";
import type { Calendars } from "../calendars.ts";

export type TrialFacts = Readonly<Record<string, Json>>;
export type Segments = Readonly<Record<string, Condition>>;

/** The conditions that have a name, for tiers that use them. */
export const segmentsOf = (documents: readonly AnyDocument[]): Segments =>
  Object.fromEntries(
    documents.flatMap((document) =>
      document.kind === "segment" ? [[document.key, document.spec.when] as const] : [],
    ),
  );

/** Whether a tier is for the ticket. `unknown` = depends on facts that a plugin fetches while it runs. */
export interface TierOutcome {
  readonly id: string;
  readonly holds: boolean | "unknown";
  /** Why; absent for a tier without a condition, or with one that cannot be run yet. */
  readonly trace?: ConditionTrace;
  readonly needs?: readonly string[];
}

function tryTier({ id, when }: SlaTier, facts: TrialFacts, options: TrialOptions): TierOutcome {
  if (when === undefined) return { id, holds: true };
  const { segments, isFetched, at } = options;
  try {
    const compiled = compileConditions(when, {
      segments,
      fetched: (fact) => isFetched(fact) && !Object.hasOwn(facts, fact),
    });
    const answer = compiled.evaluate(facts, { now: at });
    const trace = compiled.explain(facts, { now: at });
    return typeof answer === "boolean"
      ? { id, holds: answer, trace }
      : { id, holds: "unknown", trace, needs: answer.needs };
  } catch (error) {
    // While it is drawn a condition may name a segment that is not there.
    if (error instanceof EngineError) return { id, holds: "unknown" };
    throw error;
  }
}

export interface TargetOutcome {
  readonly metric: SlaMetric;
  readonly source: TargetSource;
  /** Absent while the text cannot be read, and for the platform's deadline. */
  readonly target?: SlaTarget;
  /** Epoch ms; absent where it cannot be worked out. */
  readonly due?: number;
}

export interface TrialOptions {
  readonly priority: Priority;
  /** When the ticket is created: the clocks start then. */
  readonly at: number;
  readonly segments: Segments;
  readonly calendars: Calendars;
  /** Facts that plugins fetch. */
  readonly isFetched: (fact: string) => boolean;
}

export interface Trial {
  readonly tiers: readonly TierOutcome[];
  readonly targets: readonly TargetOutcome[];
}

function targetOf(
  metric: SlaMetric,
  source: TargetSource,
  facts: TrialFacts,
  { calendars, at }: TrialOptions,
) {
  if (!isScaled(metric)) {
    const instant = facts[source.text] ?? facts[`ticket.fields.${source.text}`];
    const due = typeof instant === "string" ? Date.parse(instant) : Number.NaN;
    return { metric, source, ...(Number.isNaN(due) ? {} : { due }) };
  }
  const calendar = calendars.get(source.calendar)?.compiled;
  const target = calendar && effectiveTarget(source, calendar, at);
  if (!calendar || !target || target.type === "instant") return { metric, source };
  const due = target.type === "open" ? calendar.add(at, target.ms) : calendar.addWorkingDays(at, target.days);
  return { metric, source, target, due };
}

/** Tries a ticket; a tier that is not certain counts as not matching. */
export function tryTicket(spec: SlaSpec, facts: TrialFacts, options: TrialOptions): Trial {
  const all = { "ticket.priority": options.priority, ...facts };
  const tiers = spec.tiers.map((tier) => tryTier(tier, all, options));
  const matching = spec.tiers.filter((_, index) => tiers[index]?.holds === true);
  const targets = slaMetrics.flatMap((metric) => {
    const source = targetSource(matching, metric, options.priority, spec.calendar);
    return source ? [targetOf(metric, source, all, options)] : [];
  });
  return { tiers, targets };
}

/** Every fact that a tier reads, those of segments included, in order of the tiers. */
export function factsRead(spec: SlaSpec, segments: Segments): readonly string[] {
  const read = spec.tiers.flatMap(({ when }) => {
    if (when === undefined) return [];
    try {
      return compileConditions(when, { segments }).facts;
    } catch (error) {
      if (error instanceof EngineError) return [];
      throw error;
    }
  });
  return [...new Set(read)];
}
