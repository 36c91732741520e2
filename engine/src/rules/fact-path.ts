/**
 * `path` of a condition leaf: plain property and index steps (`$.a.b[0]`, `$['a b']`), nothing else of JSONPath.
 * Only own properties are read. As in json-rules-engine, a path on something that is no object gives that thing.
 */
import type { FactId, Facts } from "./evaluation.ts";

const stepPattern = /\.([A-Za-z_][\w-]*)|\[(\d{1,6})\]|\['([^'\\]{1,64})'\]/gy;

/** The steps of a path whose shape `checkCondition` has accepted; `undefined` when it has another shape. */
export function parsePath(path: string): readonly string[] | undefined {
  if (!path.startsWith("$")) return undefined;
  const steps: string[] = [];
  stepPattern.lastIndex = 1;
  let end = 1;
  for (let found = stepPattern.exec(path); found; found = stepPattern.exec(path)) {
    steps.push(found[1] ?? found[2] ?? (found[3] as string));
    end = stepPattern.lastIndex;
  }
  return end === path.length ? steps : undefined;
}

/** Follows the steps over own properties; `undefined` where one is missing. */
export function readSteps(value: unknown, steps: readonly string[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  let at: unknown = value;
  for (const step of steps) {
    if (!at || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}

/** Prepares reading a fact, and what lies at a path in it. */
export function compileRead(fact: FactId, path: string | undefined): (facts: Facts) => unknown {
  const inherited = fact in Object.prototype;
  const read = inherited
    ? (facts: Facts) => (Object.hasOwn(facts, fact) ? facts[fact] : undefined)
    : (facts: Facts) => facts[fact];
  const steps = path === undefined ? [] : (parsePath(path) ?? []);
  return steps.length === 0 ? read : (facts) => readSteps(read(facts), steps);
}
