/** Commands on the whole of a campaign: its window, everything moved at once, and its precedence. */
import type { CampaignSpec } from "@sluice/schemas";
import type { Draft } from "immer";
import type { CampaignCommand } from "./find.ts";
import { instantLike, type Span, shifted, spanOf } from "./instants.ts";

/** A phase under a window that moves: what met its edge follows, what sticks out is cut. */
function phaseWithin(phase: Span, old: Span, next: Span): Span {
  const from = phase.from === old.from ? next.from : Math.max(phase.from, next.from);
  const until = phase.until === old.until ? next.until : Math.min(phase.until, next.until);
  return { from, until };
}

/** Sets when the campaign begins and ends; phases stay inside. Refused where one would have no time left. */
export const setWindow = (next: Span): CampaignCommand => ({
  label: { key: "campaign.commands.setWindow" },
  mergeKey: "window",
  refuse: ({ spec }) => {
    const old = spanOf(spec);
    if (next.from >= next.until)
      return { reason: { key: "campaign.refusals.emptySpan" }, path: "/spec/until" };
    const lost = spec.phases.findIndex((phase) => {
      const { from, until } = phaseWithin(spanOf(phase), old, next);
      return from >= until;
    });
    if (lost < 0) return undefined;
    const name = spec.phases[lost]?.name || (spec.phases[lost]?.id ?? "");
    return { reason: { key: "campaign.refusals.phaseLost", values: { name } }, path: `/spec/phases/${lost}` };
  },
  apply({ spec }) {
    const old = spanOf(spec);
    for (const phase of spec.phases) {
      const { from, until } = phaseWithin(spanOf(phase), old, next);
      phase.from = instantLike(from, phase.from);
      phase.until = instantLike(until, phase.until);
    }
    spec.from = instantLike(next.from, spec.from);
    spec.until = instantLike(next.until, spec.until);
  },
});

/** Every instant of a campaign, its rules' own times too, moved by the same span. */
export function shiftSpec(spec: Draft<CampaignSpec>, ms: number): void {
  const windows = [spec, ...spec.phases];
  for (const window of windows) {
    window.from = shifted(window.from, ms);
    window.until = shifted(window.until, ms);
  }
  const rules = spec.phases.flatMap((phase) => phase.classification ?? []).flatMap(({ prepend }) => prepend);
  for (const rule of rules) {
    if (rule.activeFrom) rule.activeFrom = shifted(rule.activeFrom, ms);
    if (rule.activeUntil) rule.activeUntil = shifted(rule.activeUntil, ms);
  }
}

/** Moves the campaign with all its phases by `ms`. */
export const shiftAll = (ms: number): CampaignCommand => ({
  label: { key: "campaign.commands.shiftAll" },
  apply: ({ spec }) => shiftSpec(spec, ms),
});

/** Says which campaign wins where two change the same; the higher number does. */
export const setPrecedence = (precedence: number): CampaignCommand => ({
  label: { key: "campaign.commands.setPrecedence" },
  mergeKey: "precedence",
  refuse: () =>
    Number.isSafeInteger(precedence)
      ? undefined
      : { reason: { key: "campaign.refusals.precedence" }, path: "/spec/precedence" },
  apply({ spec }) {
    if (precedence === 0) delete spec.precedence;
    else spec.precedence = precedence;
  },
});
