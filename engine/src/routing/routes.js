import { EngineError } from "../errors.js";
import { compileConditions } from "../rules/conditions.js";
import { durationMs } from "../rules/duration.js";
import { defaultStrategy } from "./strategy-list.js";
/** The statuses that count when the document names none. */
export const defaultCountsAsLoad = ["new", "open"];
function milliseconds(text) {
  if (text === undefined) return null;
  const ms = durationMs(text);
  if (ms === undefined) throw new EngineError("document.invalid", `${text} is no duration`, { value: text });
  return ms;
}
const isPoolStep = (step) => "pool" in step;
const isStickyStep = (step) => "sticky" in step;
/** An unknown strategy (its plugin was removed) becomes the default: tickets go on being assigned. */
const compileGroupStep = (step, strategies) => ({
  type: "group",
  group: step.group,
  strategy: strategies.get(step.strategy ?? defaultStrategy.definition.id) ?? defaultStrategy,
  skills: step.skills ?? [],
  ignoreCapacity: step.ignoreCapacity ?? false,
  timeout: milliseconds(step.timeout),
});
function compileStep(step, { strategies }) {
  if (isPoolStep(step)) return { type: "pool", pool: step.pool };
  if (isStickyStep(step)) return { type: "sticky", span: milliseconds(step.sticky) };
  return compileGroupStep(step, strategies);
}
/** Throws `condition.invalid` or `document.invalid`. */
export const compileRoute = (route, campaign, options) => ({
  id: route.id,
  name: route.name ?? "",
  campaign,
  when: route.when ? compileConditions(route.when, options.conditions) : null,
  steps: route.steps.map((step) => compileStep(step, options)),
});
/** A pool with its defaults; also for a key that the document does not define. */
export const compilePool = (key, pool = {}) => ({
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
export function compilePools(spec, routes) {
  const pools = new Map(Object.entries(spec.pools).map(([key, pool]) => [key, compilePool(key, pool)]));
  const named = routes.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.type === "pool" ? [step.pool] : [])),
  );
  for (const key of [...named, spec.fallback.pool]) if (!pools.has(key)) pools.set(key, compilePool(key));
  return pools;
}
/** `null` when the document says nothing: tickets then stay with whoever left. */
export const compileOnOffline = (spec) =>
  spec.onOffline ? { after: milliseconds(spec.onOffline.after), do: spec.onOffline.do } : null;
//# sourceMappingURL=routes.js.map
