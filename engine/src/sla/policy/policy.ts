/**
 * SLA policies, compiled: which target, on which calendar, from which tiers, for a ticket as it is.
 * Source: documents.md, sections sla and campaign.
 */
import type {
  Condition,
  Priority,
  RevisionRef,
  SlaMetric,
  SlaOverlay,
  SlaSpec,
  SluiceDocument,
  TicketStatus,
} from "@sluice/schemas";
import type { FromPhase } from "../../campaign/in-force.ts";
import { FactsNeeded } from "../../definitions/facts-needed.ts";
import { type ConditionOptions, compileConditions } from "../../rules/conditions.ts";
import type { Facts } from "../../state/events.ts";
import { parseDuration, type SlaDuration } from "../duration.ts";
import { slaMetricKind } from "../metrics/index.ts";
import type { CalendarLookup } from "./calendars.ts";
import { type CompiledOverlay, compileOverlay, type Holds, layOver } from "./overlay.ts";
import { type CompiledReminder, compileReminder } from "./reminders.ts";
import type { TargetRule } from "./target-rule.ts";
import { type CompiledTier, compileTier, resolveCell } from "./tiers.ts";

/** The targets of one ticket at one moment; its tiers were matched once. */
export interface SlaTargets {
  /**
   * The target of a metric, under the first of the overlays (strongest first) that matches and says something
   * about it; `undefined` when no tier fills the cell or the platform's deadline is not known.
   */
  rule(metric: SlaMetric, overlays?: readonly CompiledOverlay[]): TargetRule | undefined;
}

/** A policy revision, ready for any number of tickets. */
export interface CompiledSla {
  readonly ref: RevisionRef;
  readonly stopsOn: "human" | "any";
  readonly maxPause: SlaDuration | null;
  readonly reminders: readonly CompiledReminder[];
  /** Where it finds calendars. */
  readonly calendars: CalendarLookup;
  /** Every fact that its tiers read. */
  readonly facts: readonly string[];
  /** Statuses that pause a metric: the policy's, else the metric's own. */
  pauseOn(metric: SlaMetric): readonly TicketStatus[];
  /** Throws `FactsNeeded` while a tier depends on a plugin fact that is not there yet. */
  targets(facts: Facts, priority: Priority, now: number): SlaTargets;
  /** An overlay of a campaign phase, prepared once per overlay value. */
  overlay(from: FromPhase<SlaOverlay>): CompiledOverlay;
}

export interface CompileSlaOptions extends ConditionOptions {
  readonly ref: RevisionRef;
  readonly calendar: CalendarLookup;
}

/** Prepares a policy; throws `document.invalid` or `condition.invalid` for what its checks refuse. */
export function compileSla(document: SluiceDocument<"sla">, options: CompileSlaOptions): CompiledSla {
  const { spec } = document;
  const facts = new Set<string>();
  const holdsOf = (when: Condition | undefined) => toHolds(when, options, facts);
  const tiers = spec.tiers.map((tier) => compileTier(tier, holdsOf(tier.when)));
  const overlays = new WeakMap<SlaOverlay, CompiledOverlay>();
  const overlay = (from: FromPhase<SlaOverlay>): CompiledOverlay => {
    const known = overlays.get(from.overlay);
    if (known && known.ref.revision === from.revision && known.ref.phase === from.phase) return known;
    const compiled = compileOverlay(from, holdsOf(from.overlay.when));
    overlays.set(from.overlay, compiled);
    return compiled;
  };
  return {
    ref: options.ref,
    stopsOn: spec.stopsOn ?? "human",
    maxPause: spec.maxPause === undefined ? null : parseDuration(spec.maxPause),
    reminders: (spec.reminders ?? []).map(compileReminder),
    calendars: options.calendar,
    facts: [...facts],
    pauseOn: (metric) => pauseOn(spec, metric),
    targets: (ticket, priority, now) => {
      let matching: readonly CompiledTier[] | undefined;
      return {
        rule: (metric, laid = []) => {
          matching ??= tiers.filter(({ holds }) => holds(ticket, now));
          const base = resolveCell(matching, metric, priority, ticket, spec.calendar);
          for (const each of laid) {
            const over = layOver(each, metric, priority, base, spec.calendar);
            if (over && each.holds(ticket, now)) return over;
          }
          return base;
        },
      };
    },
    overlay,
  };
}

function pauseOn(spec: SlaSpec, metric: SlaMetric): readonly TicketStatus[] {
  const kind = slaMetricKind(metric);
  if (!kind.adjustable || metric === "platformDue") return [];
  return spec.pauseOn?.[metric] ?? kind.pauseOn;
}

/** No `when` holds always. Facts that plugins fetch are asked for only if the outcome depends on them. */
function toHolds(when: Condition | undefined, options: ConditionOptions, facts: Set<string>): Holds {
  if (when === undefined) return () => true;
  const compiled = compileConditions(when, options);
  for (const fact of compiled.facts) facts.add(fact);
  const isFetched = options.fetched;
  if (!isFetched || !compiled.facts.some((fact) => isFetched(fact)))
    return (ticket, now) => compiled.test(ticket, { now });
  return (ticket, now) => {
    const answer = compiled.evaluate(ticket, { now });
    if (typeof answer === "boolean") return answer;
    throw new FactsNeeded(answer.needs, ticket);
  };
}
