/** Routes, steps and pools with their durations in milliseconds and their conditions compiled. */
import type {
  ConditionTrace,
  Pool,
  Route,
  RoutingSpec,
  SkillNeed,
  TicketStatus,
  Truth,
} from "@sluice/schemas";
import { type CompiledConditions, type ConditionOptions } from "../rules/conditions.ts";
import type { QueueOrder } from "./entry-order.ts";
import type { RoutingStrategy } from "./strategy.ts";
export interface CompiledGroupStep {
  readonly type: "group";
  readonly group: string;
  readonly strategy: RoutingStrategy;
  readonly skills: readonly SkillNeed[];
  readonly ignoreCapacity: boolean;
  /** Milliseconds of wall clock; `null` = no limit. */
  readonly timeout: number | null;
}
export type CompiledStep =
  | CompiledGroupStep
  | {
      readonly type: "pool";
      readonly pool: string;
    }
  | {
      readonly type: "sticky";
      readonly span: number;
    };
export interface CompiledRoute {
  readonly id: string;
  readonly name: string;
  /** The campaign whose overlay brought it. */
  readonly campaign: string | null;
  /** `null` = always. */
  readonly when: CompiledConditions | null;
  readonly steps: readonly CompiledStep[];
}
export interface CompiledPool {
  readonly key: string;
  readonly name: string;
  /** `null` = everybody. */
  readonly groups: readonly string[] | null;
  readonly claimLimit: number | null;
  readonly pick: "head" | "any";
  readonly order: QueueOrder;
  readonly warnAfter: number | null;
  readonly escalateAfter: number | null;
  readonly claimTimeout: number | null;
}
export interface OnOffline {
  readonly after: number;
  readonly do: "return" | "keep" | "pool";
}
/** How a route was looked at while choosing. */
export interface RouteTrace {
  readonly route: string;
  readonly name: string;
  readonly campaign: string | null;
  readonly result: Truth;
  /** `null` for a route without a condition. */
  readonly trace: ConditionTrace | null;
}
/** What compiling a step needs besides the step. */
export interface StepOptions {
  readonly strategies: ReadonlyMap<string, RoutingStrategy>;
  readonly conditions: ConditionOptions;
}
/** The statuses that count when the document names none. */
export declare const defaultCountsAsLoad: readonly TicketStatus[];
/** Throws `condition.invalid` or `document.invalid`. */
export declare const compileRoute: (
  route: Route,
  campaign: string | null,
  options: StepOptions,
) => CompiledRoute;
/** A pool with its defaults; also for a key that the document does not define. */
export declare const compilePool: (key: string, pool?: Pool) => CompiledPool;
/** The pools of a document; one that a step names and nobody defines has the defaults. */
export declare function compilePools(
  spec: RoutingSpec,
  routes: readonly CompiledRoute[],
): Map<string, CompiledPool>;
/** `null` when the document says nothing: tickets then stay with whoever left. */
export declare const compileOnOffline: (spec: RoutingSpec) => OnOffline | null;
