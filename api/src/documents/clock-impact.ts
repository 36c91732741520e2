/** Which open clocks a document concerns and which of them its publishing would move, for each kind that has any. */
import {
  type CampaignEdge,
  type ClockMove,
  crossCampaignEdge,
  type Definitions,
  followCalendar,
  followPolicy,
  isOpenClock,
  type TicketState,
} from "@sluice/engine";
import type { AnyDocument, SluiceDocument } from "@sluice/schemas";
import { edgesToCome } from "../runtime/campaign-edges.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { ImpactRequest } from "./impact.ts";

/** A clock that moves, and at which edge of a phase. */
export interface CrossedMove extends ClockMove {
  readonly crossing?: { readonly phase: string; readonly edge: "started" | "ended" };
}

export interface ClockImpact {
  /** Open clocks of the ticket that the document speaks about, and what becomes of them. */
  of(state: TicketState): { readonly concerned: number; readonly moves: readonly CrossedMove[] };
}

export interface ClockImpacts {
  /** The campaign's phases; none for other kinds. */
  readonly phases: readonly string[];
  /** Ready for these tickets: every revision that they are pinned to is there. */
  prepared(states: readonly TicketState[]): Promise<ClockImpact>;
}

const openClocks = ({ clocks }: TicketState): number => clocks.filter(isOpenClock).length;

const untouched = { concerned: 0, moves: [] };

/** The policy's own clocks; with `apply: "open"` they follow it, at revision 0 as long as it is a draft. */
function slaImpact(definitions: Definitions, { document, apply }: ImpactRequest, now: number): ClockImpact {
  const ref = { kind: "sla", key: document.key, revision: 0 } as const;
  return {
    of: (state) => {
      if (state.sla?.key !== document.key) return untouched;
      const moves = apply === "open" ? followPolicy(definitions, state, ref, now).moves : [];
      return { concerned: openClocks(state), moves };
    },
  };
}

/** Clocks stay on the revision of a calendar that they are on, unless it is published for them, too. */
function calendarImpact(
  definitions: Definitions,
  { document, apply }: ImpactRequest,
  now: number,
): ClockImpact {
  const ref = { kind: "calendar", key: document.key, revision: 0 } as const;
  return {
    of: (state) => {
      const on = state.clocks.filter(
        (clock) => isOpenClock(clock) && clock.segments.at(-1)?.calendar.key === document.key,
      );
      if (on.length === 0) return untouched;
      const moves = apply === "open" ? followCalendar(definitions, state, ref, now).moves : [];
      return { concerned: on.length, moves };
    },
  };
}

type Campaign = SluiceDocument<"campaign">;

const policiesOf = ({ spec }: Campaign): readonly string[] =>
  spec.phases.flatMap(({ sla }) => (sla ?? []).map(({ policy }) => policy));

/** The campaign's edges in time order, as the runtime would arm them with its revision. */
function edgesOf({ definitions, clock }: Runtime, campaign: Campaign): readonly CampaignEdge[] {
  const before = definitions.documents;
  const isOther = ({ document }: (typeof before)[number]) =>
    document.kind !== "campaign" || document.key !== campaign.key;
  const after = [...before.filter(isOther), { document: campaign, revision: 0 }];
  const { published, later } = edgesToCome(before, after, clock.now());
  return [...published, ...later].filter((edge) => edge.campaign === campaign.key);
}

/** Takes a ticket over one edge after the other, as if it stayed open and unchanged until the last. */
function campaignImpact(
  definitions: Definitions,
  edges: readonly CampaignEdge[],
  policies: ReadonlySet<string>,
): ClockImpact {
  return {
    of: (state) => {
      if (state.sla === null || !policies.has(state.sla.key)) return untouched;
      const moves: CrossedMove[] = [];
      let current = state;
      for (const edge of edges) {
        const crossed = crossCampaignEdge(definitions, current, edge, edge.at);
        current = crossed.state;
        const crossing = { phase: edge.phase, edge: edge.edge };
        moves.push(...crossed.moves.map((move) => ({ ...move, crossing })));
      }
      return { concerned: openClocks(state), moves };
    },
  };
}

const isCampaign = (document: AnyDocument | undefined): document is AnyDocument & Campaign =>
  document?.kind === "campaign";

/** The policies that the campaign overlays, or overlays now and would no more. */
function overlaidPolicies({ definitions }: Runtime, campaign: Campaign): ReadonlySet<string> {
  const live = definitions.documents.find(
    ({ document }) => isCampaign(document) && document.key === campaign.key,
  )?.document;
  return new Set([...policiesOf(campaign), ...(isCampaign(live) ? policiesOf(live) : [])]);
}

/** `null` for kinds whose publishing concerns no clock. */
export function clockImpactOf(runtime: Runtime, request: ImpactRequest): ClockImpacts | null {
  const { document } = request;
  const { definitions, clock } = runtime;
  const tried = async (states: readonly TicketState[]): Promise<Definitions> => {
    await definitions.ensure(states);
    return definitions.withDrafts([document]);
  };
  const now = clock.now();
  if (document.kind === "calendar")
    return { phases: [], prepared: async (states) => calendarImpact(await tried(states), request, now) };
  if (document.kind === "sla")
    return { phases: [], prepared: async (states) => slaImpact(await tried(states), request, now) };
  if (!isCampaign(document)) return null;
  const edges = edgesOf(runtime, document);
  const policies = overlaidPolicies(runtime, document);
  return {
    phases: document.spec.phases.map(({ id }) => id),
    prepared: async (states) => campaignImpact(await tried(states), edges, policies),
  };
}
