/** Routes, steps and pools with their durations in milliseconds and their conditions compiled. */
import type {
  ConditionTrace,
  GroupStep,
  Pool,
  PoolStep,
  Route,
  RoutingSpec,
  RoutingStep,
  SkillNeed,
  StickyStep,
  TicketStatus,
  Truth,
} from "@sluice/schemas";
import { EngineError } from "../errors.ts";
import { type CompiledConditions, type ConditionOptions, compileConditions } from "../rules/conditions.ts";
import { durationMs } from "../rules/duration.ts";
import type { QueueOrder } from "./entry-order.ts";
import type { RoutingStrategy } from "./strategy.ts";
import { defaultStrategy } from "./strategy-list.ts";

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
  | { readonly type: "pool"; readonly pool: string }
  | { readonly type: "sticky"; readonly span: number };

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
export const defaultCountsAsLoad: readonly TicketStatus[] = ["new", "open"];

function milliseconds(text: string): number;
function milliseconds(text: string | undefined): number | null;
function milliseconds(text: string | undefined): number | null {
  if (text === undefined) return null;
  const ms = durationMs(text);
  if (ms === undefined) throw new EngineError("document.invalid", `${text} is no duration`, { value: text });
  return ms;
}

const isPoolStep = (step: RoutingStep): step is PoolStep => "pool" in step;
const isStickyStep = (step: RoutingStep): step is StickyStep => "sticky" in step;

/** An unknown strategy (its plugin was removed) becomes the default: tickets go on being assigned. */
const compileGroupStep = (step: GroupStep, strategies: StepOptions["strategies"]): CompiledGroupStep => ({
  type: "group",
  group: step.group,
  strategy: strategies.get(step.strategy ?? defaultStrategy.definition.id) ?? defaultStrategy,
  skills: step.skills ?? [],
  ignoreCapacity: step.ignoreCapacity ?? false,
  timeout: milliseconds(step.timeout),
});

function compileStep(step: RoutingStep, { strategies }: StepOptions): CompiledStep {
  if (isPoolStep(step)) return { type: "pool", pool: step.pool };
  if (isStickyStep(step)) return { type: "sticky", span: milliseconds(step.sticky) };
  return compileGroupStep(step, strategies);
}

/** Throws `condition.invalid` or `document.invalid`. */
export const compileRoute = (route: Route, campaign: string | null, options: StepOptions): CompiledRoute => ({
  id: route.id,
  name: route.name ?? "",
  campaign,
  when: route.when ? compileConditions(route.when, options.conditions) : null,
  steps: route.steps.map((step) => compileStep(step, options)),
});

/** A pool with its defaults; also for a key that the document does not define. */
export const compilePool = (key: string, pool: Pool = {}): CompiledPool => ({
  key,
  name: pool.name ?? "",
  groups: !pool.groups || pool.groups.includes("*") ? null : pool.groups,
  claimLimit: pool.claimLimit ?? null,
  pick: pool.pick ?? "head",
  order: pool.order ?? "due-first",
  warnAfter: milliseconds(pool.warnAfter),
  escalateAfter: milliseconds(pool.escalateAfter),
  claimTimeout: milliseconds(pool.claimTimeout),
});

/** The pools of a document; one that a step names and nobody defines has the defaults. */
export function compilePools(spec: RoutingSpec, routes: readonly CompiledRoute[]): Map<string, CompiledPool> {
  const pools = new Map(Object.entries(spec.pools).map(([key, pool]) => [key, compilePool(key, pool)]));
  const named = routes.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.type === "pool" ? [step.pool] : [])),
  );
  for (const key of [...named, spec.fallback.pool]) if (!pools.has(key)) pools.set(key, compilePool(key));
  return pools;
}

/** `null` when the document says nothing: tickets then stay with whoever left. */
export const compileOnOffline = (spec: RoutingSpec): OnOffline | null =>
  spec.onOffline ? { after: milliseconds(spec.onOffline.after), do: spec.onOffline.do } : null;
