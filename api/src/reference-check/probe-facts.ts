/**
 * Facts made up around a condition: for each leaf the values at which it turns over (the value itself, just below and
 * above, a text with the keyword, with it negated, nothing at all). The same condition gives the same facts.
 */
import { builtInFacts } from "@sluice/engine";
import type { Condition, ConditionLeaf, FactType } from "@sluice/schemas";

type Values = readonly unknown[];

/** The segments that conditions name, free of cycles. */
export type Segments = Readonly<Record<string, Condition>>;

/** How many readings of its facts there are for one condition. */
export const probesPerCondition = 6;

const types: ReadonlyMap<string, FactType> = new Map(builtInFacts.map(({ id, type }) => [id, type]));
const dayMs = 86_400_000;

/** Leaves of the condition, those of its segments included. */
function* leavesOf(when: Condition, segments: Segments): Generator<ConditionLeaf> {
  if ("fact" in when) yield when;
  else if ("not" in when) yield* leavesOf(when.not, segments);
  else if ("condition" in when) {
    const segment = segments[when.condition];
    if (segment) yield* leavesOf(segment, segments);
  } else for (const child of "all" in when ? when.all : when.any) yield* leavesOf(child, segments);
}

function aroundNumber(value: number): Values {
  const step = Number.isInteger(value) ? 1 : 0.01;
  return [value, value - step, value + step, 0];
}

function aroundOne(value: unknown): Values {
  if (typeof value === "number") return aroundNumber(value);
  if (typeof value === "string") return [value, `亲，${value}！`, `不${value}`, ""];
  return typeof value === "boolean" ? [value, !value] : [value];
}

/** Lists want lists, instants instants about now, everything else single values; nothing at all is always tried. */
function valuesFor({ value, fact, path }: ConditionLeaf, now: number): Values {
  if (path !== undefined) return [{}, undefined];
  const single = Array.isArray(value) ? value.flatMap(aroundOne) : [...aroundOne(value)];
  const type = types.get(fact);
  if (type === "string[]") return [value, ...single.map((one) => [one]), [], undefined];
  if (type !== "instant") return [...single, undefined];
  return [now, now - dayMs / 24, now - 10 * dayMs, now + dayMs, ...single, undefined];
}

/** Readings of the condition's facts at `now` (epoch ms), `probesPerCondition` of them. */
export function probeFacts(
  when: Condition,
  segments: Segments,
  now: number,
): readonly Readonly<Record<string, unknown>>[] {
  const leaves = [...leavesOf(when, segments)].map((leaf) => ({ leaf, values: valuesFor(leaf, now) }));
  return Array.from({ length: probesPerCondition }, (_, round) => {
    const facts: Record<string, unknown> = {};
    // The first round takes each leaf's own value; the others go through the rest, a leaf at a time out of step.
    for (const [index, { leaf, values }] of leaves.entries())
      if (!(leaf.fact in facts) || (index + round) % 2 === 0)
        facts[leaf.fact] = values[round === 0 ? 0 : (round * 3 + index) % values.length];
    return facts;
  });
}
