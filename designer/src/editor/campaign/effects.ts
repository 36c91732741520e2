/** What a campaign or one of its phases overrides, counted: for lists and before starting it. */
import type { CampaignPhase } from "@sluice/schemas";

export interface Effects {
  /** Targets and factors that are written. */
  readonly targets: number;
  readonly rules: number;
  readonly routes: number;
  /** Groups whose capacity changes. */
  readonly capacity: number;
  /** Agents that join a group. */
  readonly members: number;
  readonly workflows: readonly string[];
  readonly announcement: boolean;
}

type Phases = readonly CampaignPhase[];

const countTargets = (phases: Phases): number => {
  const overlays = phases.flatMap(({ sla = [] }) => sla);
  const cells = overlays.flatMap(({ targets = {} }) => Object.values(targets));
  const written = cells.flatMap((group) => Object.keys(group).filter((name) => name !== "calendar"));
  return written.length + overlays.flatMap(({ scale = {} }) => Object.keys(scale)).length;
};

/** The distinct things of several phases: a rule in each of five phases is one rule. */
const distinct = <T>(phases: Phases, read: (phase: CampaignPhase) => readonly T[]): readonly T[] => [
  ...new Set(phases.flatMap(read)),
];

/** What these phases override together. */
export function effectsOf(phases: Phases): Effects {
  const most = Math.max(0, ...phases.map((phase) => countTargets([phase])));
  const routing = (phase: CampaignPhase) => phase.routing ?? [];
  return {
    targets: most,
    rules: distinct(phases, ({ classification = [] }) =>
      classification.flatMap(({ prepend }) => prepend.map(({ id }) => id)),
    ).length,
    routes: distinct(phases, (phase) =>
      routing(phase).flatMap(({ prepend = [] }) => prepend.map(({ id }) => id)),
    ).length,
    capacity: distinct(phases, (phase) =>
      routing(phase).flatMap(({ capacity = {} }) => Object.keys(capacity)),
    ).length,
    members: distinct(phases, (phase) =>
      routing(phase).flatMap(({ members = {} }) => Object.values(members).flat()),
    ).length,
    workflows: distinct(phases, ({ workflows = [] }) => workflows),
    announcement: phases.some(({ announcement = {} }) => Object.values(announcement).some(Boolean)),
  };
}
