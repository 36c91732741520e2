/**
 * What publishing a document would touch: open runs that stay on their revision, open clocks, and the clocks that
 * would move. Clocks are moved by the engine's own code, on copies; nothing is stored.
 */
import { isOpenClock, type TicketState } from "@sluice/engine";
import type { AnyDocument, Priority, SlaMetric } from "@sluice/schemas";
import { createSlices, type Slices } from "../backtest/slices.ts";
import { toIso } from "../clock.ts";
import type { Queryable } from "../database/database.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { type ClockImpact, type ClockImpacts, clockImpactOf } from "./clock-impact.ts";
import { openTicketIds, statesOf } from "./open-tickets.ts";

/** At most so many open tickets are looked at, the newest ones. */
const maxTickets = 5_000;
/** And for at most so long, ms. */
const maxMs = 5_000;
const maxSamples = 20;

export interface ImpactRequest {
  readonly document: AnyDocument;
  readonly apply: "new" | "open";
}

export interface ImpactSample {
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string;
  readonly metric: SlaMetric;
  readonly priority: Priority;
  /** Dues as ISO UTC; `null` where the clock does not run. */
  readonly from: string | null;
  readonly to: string | null;
  /** The edge of a campaign's phase that moves it. */
  readonly phase?: string;
  readonly edge?: "started" | "ended";
}

export interface Impact {
  readonly openRuns: {
    readonly total: number;
    readonly byRevision: readonly { readonly revision: number; readonly count: number }[];
  };
  readonly openTickets: number;
  readonly openClocks: number;
  readonly movedClocks: number;
  /** The largest moves first. */
  readonly samples: readonly ImpactSample[];
  /** How many clocks each edge of a campaign's phases would move, were it crossed with the tickets open now. */
  readonly phases?: readonly { readonly id: string; readonly start: number; readonly end: number }[];
  /** Open tickets looked at. */
  readonly examined: number;
  /** False when there are more open tickets than were looked at. */
  readonly complete: boolean;
}

async function openRunsOf(reader: Queryable, workflow: string): Promise<Impact["openRuns"]> {
  const rows = await reader.query<{ revision: number; count: number }[]>(
    `SELECT revision, COUNT(*) AS count FROM runs WHERE workflow = ? AND status = 'active'
     GROUP BY revision ORDER BY revision DESC`,
    [workflow],
  );
  const byRevision = rows.map((row) => ({ revision: Number(row.revision), count: Number(row.count) }));
  return { total: byRevision.reduce((sum, { count }) => sum + count, 0), byRevision };
}

async function ticketsWithRuns(reader: Queryable, workflow: string): Promise<number> {
  const [row] = await reader.query<{ count: number }[]>(
    "SELECT COUNT(DISTINCT ticket_id) AS count FROM runs WHERE workflow = ? AND status = 'active'",
    [workflow],
  );
  return Number(row?.count ?? 0);
}

interface Move {
  readonly size: number;
  readonly sample: ImpactSample;
}

/** Adds up what happens to the tickets' clocks. */
class Tally {
  openTickets = 0;
  openClocks = 0;
  examined = 0;
  readonly #moved = new Set<string>();
  readonly #phases = new Map<string, { start: number; end: number }>();
  #largest: Move[] = [];

  constructor(phases: readonly string[]) {
    for (const id of phases) this.#phases.set(id, { start: 0, end: 0 });
  }

  add({ ticket, clocks }: TicketState, { concerned, moves }: ReturnType<ClockImpact["of"]>): void {
    if (concerned === 0) return;
    this.openTickets += 1;
    this.openClocks += concerned;
    for (const { clock, metric, from, to, crossing } of moves) {
      if (clocks.some(({ id }) => id === clock)) this.#moved.add(`${ticket.id} ${clock}`);
      this.#count(crossing);
      const { id: ticketId, number, subject, priority } = ticket;
      const size = from === null || to === null ? Number.POSITIVE_INFINITY : Math.abs(to - from);
      const place = crossing ?? {};
      const sample = {
        ticketId,
        number,
        subject,
        metric,
        priority,
        from: toIso(from),
        to: toIso(to),
        ...place,
      };
      this.#largest.push({ size, sample });
    }
    if (this.#largest.length > 50 * maxSamples) this.#largest = this.#ranked();
  }

  #count(crossing: { readonly phase: string; readonly edge: "started" | "ended" } | undefined): void {
    const counts = crossing && this.#phases.get(crossing.phase);
    if (counts) counts[crossing.edge === "started" ? "start" : "end"] += 1;
  }

  #ranked(): Move[] {
    const bySize = (a: Move, b: Move) =>
      a.size === b.size ? a.sample.number - b.sample.number : b.size - a.size;
    return [...this.#largest].sort(bySize).slice(0, maxSamples);
  }

  result() {
    return {
      openTickets: this.openTickets,
      openClocks: this.openClocks,
      movedClocks: this.#moved.size,
      samples: this.#ranked().map(({ sample }) => sample),
      ...(this.#phases.size === 0
        ? {}
        : { phases: [...this.#phases].map(([id, counts]) => ({ id, ...counts })) }),
      examined: this.examined,
    };
  }
}

const hasOpenClock = ({ clocks }: TicketState): boolean => clocks.some(isOpenClock);

const noRuns: Impact["openRuns"] = { total: 0, byRevision: [] };
const nothing = { openTickets: 0, openClocks: 0, movedClocks: 0, samples: [], examined: 0, complete: true };

/** Goes through the tickets until the time is over or the caller has gone. */
async function examine(
  clocks: ClockImpacts,
  pages: AsyncIterable<readonly TicketState[]>,
  tally: Tally,
  slices: Slices,
): Promise<void> {
  for await (const states of pages) {
    const impact = await clocks.prepared(states.filter(hasOpenClock));
    for (const state of states) {
      // A ticket may be taken over a hundred edges: the time is looked at before each.
      if (!(await slices.breathe())) return;
      if (hasOpenClock(state)) tally.add(state, impact.of(state));
      tally.examined += 1;
    }
  }
}

/** What publishing the document, checked by the caller, would touch now; less of it once the caller has gone. */
export async function impactOf(
  runtime: Runtime,
  reader: Queryable,
  request: ImpactRequest,
  gone?: AbortSignal,
): Promise<Impact> {
  const { kind, key } = request.document;
  if (kind === "workflow") {
    const openTickets = await ticketsWithRuns(reader, key);
    return { ...nothing, openRuns: await openRunsOf(reader, key), openTickets };
  }
  const clocks = clockImpactOf(runtime, request);
  if (clocks === null) return { openRuns: noRuns, ...nothing };
  const slices = createSlices(maxMs, gone);
  const { ids, complete } = await openTicketIds(reader, maxTickets);
  const tally = new Tally(clocks.phases);
  await examine(clocks, statesOf(reader, ids), tally, slices);
  const all = complete && tally.examined >= ids.length;
  return { openRuns: noRuns, ...tally.result(), complete: all };
}
