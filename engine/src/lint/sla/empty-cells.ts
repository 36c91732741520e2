/** Cells that nothing fills for every ticket: a ticket that fits no other tier then has no clock. */
import {
  type Finding,
  type FindingFix,
  finding,
  type PatchStep,
  type Priority,
  priorities,
  type SlaMetric,
  type SluiceDocument,
} from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { metricLabels } from "../../rules/facts/built-in.ts";
import { fixOf } from "../fixes.ts";
import type { LintContext, LintRule } from "../rule.ts";
import { cellText, type PlacedTier, unconditionalTiers } from "../sla-cells.ts";

/** The promises of an ordinary desk; the other metrics are for those who want them. */
const expected: readonly SlaMetric[] = ["firstResponse", "nextResponse", "resolution"];

/** The filled priority that is nearest, the more urgent of two. */
const nearest = (filled: readonly Priority[], to: Priority): Priority | undefined =>
  filled.toSorted((a, b) => {
    const far = (one: Priority) => Math.abs(priorities.indexOf(one) - priorities.indexOf(to));
    return far(a) - far(b) || priorities.indexOf(a) - priorities.indexOf(b);
  })[0];

/** The last tier for everybody that knows the metric promises the empty priorities what it promises the next one. */
function fillLikeNeighbours(
  tiers: readonly PlacedTier[],
  empty: readonly Priority[],
  metric: SlaMetric,
): FindingFix | undefined {
  const knows = (priority: Priority, { tier }: PlacedTier) => cellText(tier, priority, metric) !== undefined;
  const last = tiers.findLast((one) => priorities.some((priority) => knows(priority, one)));
  const filled = last ? priorities.filter((priority) => knows(priority, last)) : [];
  if (!last) return undefined;
  const patch = empty.flatMap((priority): PatchStep[] => {
    const like = nearest(filled, priority);
    const own = last.tier.targets?.[priority];
    const path = at("/spec/tiers", last.index, "targets", priority);
    const text = like && cellText(last.tier, like, metric);
    const { calendar } = (like && last.tier.targets?.[like]) ?? {};
    if (own) return [{ op: "add", path: at(path, metric), value: text }];
    return [{ op: "add", path, value: { [metric]: text, ...(calendar === undefined ? {} : { calendar }) } }];
  });
  return fixOf("fill-like-neighbour", patch);
}

function check({ spec }: SluiceDocument<"sla">, context: LintContext): readonly Finding[] {
  const forAll = unconditionalTiers(spec, context.propositions);
  return expected.flatMap((name) => {
    const metric = metricLabels[name];
    const fills = (tiers: typeof spec.tiers) =>
      priorities.filter((priority) => tiers.some((tier) => cellText(tier, priority, name) !== undefined));
    if (fills(spec.tiers).length === 0) return [finding("info", "/spec/tiers", "sla.unmeasured", { metric })];
    const filled = fills(forAll.map(({ tier }) => tier));
    const empty = priorities.filter((priority) => !filled.includes(priority));
    if (empty.length === 0) return [];
    const values = { priorities: empty.join(" "), metric };
    const fix = fillLikeNeighbours(forAll, empty, name);
    return [finding("warning", "/spec/tiers", "sla.empty-cell", values, fix)];
  });
}

export const emptyCells: LintRule<"sla"> = { id: "empty-cells", check };
