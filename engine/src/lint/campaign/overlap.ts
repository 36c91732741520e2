/** Campaigns that change the same thing at the same time. Equal precedence leaves the winner to the dates. */
import { type Finding, type FindingFix, finding, type SluiceDocument } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { changedLabels, comparedPhases, contested } from "../campaign-targets.ts";
import { fixOf } from "../fixes.ts";
import type { LintContext, LintRule } from "../rule.ts";

type Campaign = SluiceDocument<"campaign">;

/** Source: documents.md, section campaign: higher `precedence`, then later `from`, then key. */
function winnerOf(a: Campaign, b: Campaign): Campaign {
  const order =
    (b.spec.precedence ?? 0) - (a.spec.precedence ?? 0) ||
    Date.parse(b.spec.from) - Date.parse(a.spec.from) ||
    (a.key < b.key ? -1 : 1);
  return order < 0 ? a : b;
}

const winOver = (other: Campaign, mine: Campaign): FindingFix =>
  fixOf("rank-higher", [
    {
      op: mine.spec.precedence === undefined ? "add" : "replace",
      path: "/spec/precedence",
      value: (other.spec.precedence ?? 0) + 1,
    },
  ]);

function against(other: Campaign, mine: Campaign): readonly Finding[] {
  const equal = (other.spec.precedence ?? 0) === (mine.spec.precedence ?? 0);
  const values = { name: other.name, winner: winnerOf(mine, other).name };
  const fix = equal ? winOver(other, mine) : undefined;
  return comparedPhases(mine).flatMap((phase, index) => {
    const shared = comparedPhases(other).flatMap((one) => contested(phase, mine, one, other));
    return [...new Map(shared.map((one) => [`${one.type} ${one.key}`, one])).values()].map(({ type, key }) =>
      finding(
        equal ? "warning" : "info",
        at("/spec/phases", index),
        equal ? "campaign.overlap" : "campaign.overlap-ranked",
        { ...values, kind: changedLabels[type], key },
        fix,
      ),
    );
  });
}

export const overlap: LintRule<"campaign"> = {
  id: "overlap",
  check: (document, { documents }: LintContext) =>
    documents.flatMap((other) =>
      other.kind === "campaign" && other.key !== document.key ? against(other, document) : [],
    ),
};
