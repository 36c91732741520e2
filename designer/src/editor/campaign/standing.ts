/** How a campaign stands at a moment: in force, to come, over, or never published. */
import type { CampaignSpec } from "@sluice/schemas";
import { type Span, spanOf } from "./instants.ts";

export type StandingState = "running" | "scheduled" | "over" | "draft";

export interface Standing {
  readonly state: StandingState;
  /** The window; where nothing is live, the draft's. */
  readonly span: Span;
  /** The phases in force, by id. */
  readonly phases: readonly string[];
}

const holds = ({ from, until }: Span, now: number): boolean => from <= now && now < until;

/** What is live decides; without it the campaign is a draft, whatever its window says. */
export function standingOf(live: CampaignSpec | undefined, draft: CampaignSpec, now: number): Standing {
  const span = spanOf(live ?? draft);
  if (!live) return { state: "draft", span, phases: [] };
  if (now < span.from) return { state: "scheduled", span, phases: [] };
  if (now >= span.until) return { state: "over", span, phases: [] };
  const phases = live.phases.filter((phase) => holds(spanOf(phase), now)).map(({ id }) => id);
  return { state: "running", span, phases };
}

const order: Readonly<Record<StandingState, number>> = { running: 0, scheduled: 1, draft: 2, over: 3 };

/** In force first, then what comes next, then drafts, then what ended last. */
export function byStanding(a: Standing, b: Standing): number {
  if (a.state !== b.state) return order[a.state] - order[b.state];
  return a.state === "over" ? b.span.until - a.span.until : a.span.from - b.span.from;
}

const hour = 3_600_000;

/** Prepared for an evening and started by hand: one phase of at most a day, and not waiting for its date. */
export const isEmergency = (spec: CampaignSpec, { state, span }: Standing): boolean =>
  state !== "scheduled" && spec.phases.length === 1 && span.until - span.from <= 24 * hour;
