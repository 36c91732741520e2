/**
 * SLA policies, compiled: which target, on which calendar, from which tiers, for a ticket as it is.
 * Source: documents.md, sections sla and campaign.
 */
import type { Priority, RevisionRef, SlaMetric, SlaOverlay, SluiceDocument, TicketStatus } from "@sluice/schemas";
import type { FromPhase } from "../../campaign/in-force.ts";
import { type ConditionOptions } from "../../rules/conditions.ts";
import type { Facts } from "../../state/events.ts";
import { type SlaDuration } from "../duration.ts";
import type { CalendarLookup } from "./calendars.ts";
import { type CompiledOverlay } from "./overlay.ts";
import { type CompiledReminder } from "./reminders.ts";
import type { TargetRule } from "./target-rule.ts";
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
export declare function compileSla(document: SluiceDocument<"sla">, options: CompileSlaOptions): CompiledSla;
