/** What the phases of a campaign change, and when. */
import type { CampaignPhase, Label, SluiceDocument } from "@sluice/schemas";
import { readInstant } from "../check/window.ts";

/** Something that a phase lays an overlay on. */
export interface Changed {
  readonly type: "sla" | "classification" | "routing";
  readonly key: string;
}

export const changedLabels: Readonly<Record<Changed["type"], Label>> = {
  sla: { zh: "SLA 策略", en: "SLA policy" },
  classification: { zh: "分类规则", en: "ruleset" },
  routing: { zh: "分配策略", en: "routing policy" },
};

/** Everything that a phase changes, each once. */
export function changedBy({ sla, classification, routing }: CampaignPhase): readonly Changed[] {
  const all: readonly Changed[] = [
    ...(sla ?? []).map(({ policy }) => ({ type: "sla" as const, key: policy })),
    ...(classification ?? []).map(({ ruleset }) => ({ type: "classification" as const, key: ruleset })),
    ...(routing ?? []).map(({ policy }) => ({ type: "routing" as const, key: policy })),
  ];
  return [...new Map(all.map((one) => [`${one.type} ${one.key}`, one])).values()];
}

/** A phase within its campaign's window, epoch ms; `null` when it is never in force or its times cannot be read. */
export function spanOf(
  { from, until }: CampaignPhase,
  { spec }: SluiceDocument<"campaign">,
): readonly [from: number, until: number] | null {
  const [start, end] = [readInstant(from), readInstant(until)];
  const [first, last] = [readInstant(spec.from), readInstant(spec.until)];
  if (start === undefined || end === undefined || first === undefined || last === undefined) return null;
  const span = [Math.max(start, first), Math.min(end, last)] as const;
  return span[0] < span[1] ? span : null;
}

/** A campaign of more phases than anybody draws is looked at so far: every phase is compared with every other. */
const mostPhases = 100;

/** The phases of a campaign that are compared with others. */
export const comparedPhases = ({ spec }: SluiceDocument<"campaign">): readonly CampaignPhase[] =>
  spec.phases.slice(0, mostPhases);

/** What two phases change at the same time. */
export function contested(
  a: CampaignPhase,
  inA: SluiceDocument<"campaign">,
  b: CampaignPhase,
  inB: SluiceDocument<"campaign">,
): readonly Changed[] {
  const [one, other] = [spanOf(a, inA), spanOf(b, inB)];
  if (!one || !other || one[0] >= other[1] || other[0] >= one[1]) return [];
  const changed = new Set(changedBy(b).map(({ type, key }) => `${type} ${key}`));
  return changedBy(a).filter(({ type, key }) => changed.has(`${type} ${key}`));
}
