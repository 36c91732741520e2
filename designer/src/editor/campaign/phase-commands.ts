/** Commands on the phases of a campaign: which there are, and when they are. */
import type { CampaignPhase, CampaignSpec } from "@sluice/schemas";
import type { Draft } from "immer";
import type { Refusal } from "../command.ts";
import { type CampaignCommand, type CampaignDocument, onPhase, phaseOf, refuseMissingPhase } from "./find.ts";
import { instantLike, type Span, spanOf } from "./instants.ts";

export type Edge = "from" | "until";
const opposite = { from: "until", until: "from" } as const;

const emptySpan: Refusal = { reason: { key: "campaign.refusals.emptySpan" }, path: "/spec/phases" };

/** The window grows to hold its phases. */
function holdPhases(spec: Draft<CampaignSpec>): void {
  const spans = spec.phases.map(spanOf);
  const own = spanOf(spec);
  spec.from = instantLike(Math.min(own.from, ...spans.map(({ from }) => from)), spec.from);
  spec.until = instantLike(Math.max(own.until, ...spans.map(({ until }) => until)), spec.until);
}

/** Adds a phase; the window grows to hold it. */
export const addPhase = (phase: CampaignPhase): CampaignCommand => ({
  label: { key: "campaign.commands.addPhase" },
  refuse: ({ spec }) => {
    if (phaseOf(spec, phase.id))
      return { reason: { key: "campaign.refusals.samePhase" }, path: "/spec/phases" };
    const { from, until } = spanOf(phase);
    return from < until ? undefined : emptySpan;
  },
  apply(draft) {
    draft.spec.phases.push(structuredClone(phase) as Draft<CampaignPhase>);
    draft.spec.phases.sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
    holdPhases(draft.spec);
  },
});

/** Takes a phase away; the last one stays. */
export const removePhase = (id: string): CampaignCommand => ({
  label: { key: "campaign.commands.removePhase" },
  refuse: (document) =>
    refuseMissingPhase(document, id) ??
    (document.spec.phases.length === 1
      ? { reason: { key: "campaign.refusals.lastPhase" }, path: "/spec/phases" }
      : undefined),
  apply(draft) {
    draft.spec.phases = draft.spec.phases.filter((phase) => phase.id !== id);
  },
});

/** Names a phase; typing is one step. */
export const renamePhase = (id: string, name: string): CampaignCommand =>
  onPhase(
    id,
    { key: "campaign.commands.renamePhase" },
    (phase) => {
      phase.name = name;
    },
    { mergeKey: `phase ${id} name` },
  );

/** Moves a phase as a whole by `ms`; dragging is one step. */
export const movePhase = (id: string, ms: number): CampaignCommand =>
  onPhase(
    id,
    { key: "campaign.commands.movePhase" },
    (phase, spec) => {
      const { from, until } = spanOf(phase);
      phase.from = instantLike(from + ms, phase.from);
      phase.until = instantLike(until + ms, phase.until);
      holdPhases(spec);
    },
    { mergeKey: `phase ${id} move` },
  );

/** What follows an edge: neighbours that meet it, and the window where it ends there too. */
export interface Followers {
  readonly phases: readonly string[];
  readonly window: boolean;
}

/** Whatever meets an edge moves with it, unless it is moved `alone`. */
export function followersOf({ spec }: CampaignDocument, id: string, edge: Edge): Followers {
  const phase = phaseOf(spec, id);
  if (!phase) return { phases: [], window: false };
  const at = spanOf(phase)[edge];
  const met = spec.phases.filter((other) => other.id !== id && spanOf(other)[opposite[edge]] === at);
  return { phases: met.map((other) => other.id), window: spanOf(spec)[edge] === at };
}

interface EdgeMove {
  readonly id: string;
  readonly edge: Edge;
  /** Epoch ms. */
  readonly at: number;
  /** Leaves neighbours where they are. */
  readonly alone?: boolean;
}

const moved = (span: Span, edge: Edge, at: number): Span => ({ ...span, [edge]: at });
const isOpen = ({ from, until }: Span): boolean => from < until;

function refuseEdge(
  document: CampaignDocument,
  { id, edge, at, alone = false }: EdgeMove,
): Refusal | undefined {
  const phase = phaseOf(document.spec, id);
  if (!phase || !isOpen(moved(spanOf(phase), edge, at))) return emptySpan;
  const following = alone ? [] : followersOf(document, id, edge).phases;
  const stays = document.spec.phases
    .filter((other) => following.includes(other.id))
    .every((other) => isOpen(moved(spanOf(other), opposite[edge], at)));
  return stays ? undefined : emptySpan;
}

/**
 * Moves one edge of a phase. A phase that begins where this one ends, and the window that ends with it, follow:
 * phases that follow each other stay without gap and overlap.
 */
export const resizePhase = (move: EdgeMove): CampaignCommand => ({
  label: { key: "campaign.commands.resizePhase" },
  mergeKey: `phase ${move.id} ${move.edge}`,
  refuse: (document) => refuseMissingPhase(document, move.id) ?? refuseEdge(document, move),
  apply(draft) {
    const { id, edge, at, alone = false } = move;
    const { phases, window } = alone
      ? { phases: [], window: false }
      : followersOf(draft as CampaignDocument, id, edge);
    for (const phase of draft.spec.phases) {
      if (phase.id === id) phase[edge] = instantLike(at, phase[edge]);
      else if (phases.includes(phase.id)) phase[opposite[edge]] = instantLike(at, phase[opposite[edge]]);
    }
    if (window) draft.spec[edge] = instantLike(at, draft.spec[edge]);
    holdPhases(draft.spec);
  },
});
