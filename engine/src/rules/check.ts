/**
 * Whether a condition may be published: its shape, then every fact, operator, value and segment in it,
 * each fault with its JSON pointer. What passes here compiles.
 */
import { type Condition, type ConditionLeaf, checkCondition, type Problem, problem } from "@sluice/schemas";
import type { ConditionPlace } from "./check-leaf.ts";
import { type CheckContext, checkLeaf, refusedFact } from "./check-leaf.ts";
import { expandedLimits, type Segments } from "./condition-compiler.ts";
import type { FactCatalog } from "./facts/catalog.ts";
import type { Calendars, Operator } from "./operator.ts";
import { builtInOperators } from "./operator-list.ts";
import { createOperatorSet } from "./operator-set.ts";
import { SegmentGraph } from "./segment-graph.ts";

export interface CheckOptions {
  readonly catalog: FactCatalog;
  /** The `when` of each known segment; never written to: what is found out about them is kept with the record. */
  readonly segments?: Segments;
  readonly operators?: readonly Operator[];
  /** Known calendars, for `withinCalendar`; without them calendar keys are not checked. */
  readonly calendars?: Calendars;
  /** Where the condition stands: SLA tiers refuse facts that change by themselves. */
  readonly place?: ConditionPlace;
  /** JSON pointer of the condition in its document. */
  readonly path?: string;
}

/** A ruleset asks for it once for each of its rules. */
const builtInSet = createOperatorSet(builtInOperators);

interface Visit {
  readonly when: Condition;
  readonly path: string;
}

function childrenOf({ when, path }: Visit): readonly Visit[] {
  if ("not" in when) return [{ when: when.not, path: `${path}/not` }];
  const key = "all" in when ? "all" : "any";
  const list = "all" in when ? when.all : "any" in when ? when.any : [];
  return list.map((child, index) => ({ when: child, path: `${path}/${key}/${index}` }));
}

/** Every leaf and segment reference of a well-formed tree, with its path. */
function* endsOf(
  root: Visit,
): Generator<{ readonly when: ConditionLeaf | { condition: string }; path: string }> {
  const stack: Visit[] = [root];
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    if ("fact" in visit.when || "condition" in visit.when) yield { when: visit.when, path: visit.path };
    else stack.push(...childrenOf(visit).toReversed());
  }
}

function checkSegment(key: string, path: string, segments: Segments, context: CheckContext): Problem[] {
  const at = `${path}/condition`;
  if (!Object.hasOwn(segments, key)) return [problem(at, "condition.unknown-segment", { segment: key })];
  const graph = SegmentGraph.of(segments);
  const cycle = graph.cycle(key);
  if (cycle) return [problem(at, "condition.segment-cycle", { cycle: cycle.join(" → ") })];
  // A place that refuses a fact refuses it inside a segment too; the fault is reported at the reference.
  return [...graph.facts(key)].flatMap((fact) => refusedFact(fact, at, context));
}

function checkSize(when: Condition, path: string, segments: Segments): Problem[] {
  const size = SegmentGraph.of(segments).sizeOf(when);
  if (size.leaves > expandedLimits.leaves)
    return [problem(path, "condition.too-many", { limit: expandedLimits.leaves })];
  if (size.segments > expandedLimits.segments)
    return [problem(path, "condition.too-deep", { limit: expandedLimits.segments })];
  return size.depth > expandedLimits.depth
    ? [problem(path, "condition.too-deep", { limit: expandedLimits.depth })]
    : [];
}

/** Every fault of a condition; an empty list means that it compiles and may be published. */
export function checkConditions(when: unknown, options: CheckOptions): Problem[] {
  const path = options.path ?? "";
  const shape = checkCondition(when, path);
  if (shape.length > 0) return shape;
  const segments = options.segments ?? {};
  const context: CheckContext = {
    catalog: options.catalog,
    operators: options.operators ? createOperatorSet(options.operators) : builtInSet,
    calendars: options.calendars,
    place: options.place,
  };
  const found: Problem[] = [];
  let grows = false;
  for (const end of endsOf({ when: when as Condition, path })) {
    if ("condition" in end.when) {
      grows = true;
      found.push(...checkSegment(end.when.condition, end.path, segments, context));
    } else found.push(...checkLeaf(end.when, end.path, context));
  }
  // Without segments a tree is as large as its shape, which was checked.
  return found.length > 0 || !grows ? found : checkSize(when as Condition, path, segments);
}
