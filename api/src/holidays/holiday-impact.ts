/** The open clocks that would move if they followed other holiday data. Nothing is stored. */
import { type ClockMove, followCalendar, isOpenClock, type TicketState } from "@sluice/engine";
import type { HolidayDays, Priority, SlaMetric } from "@sluice/schemas";
import { createSlices } from "../backtest/slices.ts";
import { toIso } from "../clock.ts";
import type { Queryable } from "../database/database.ts";
import { openTicketIds, statesOf } from "../documents/open-tickets.ts";
import type { Runtime } from "../runtime/runtime.ts";

const maxTickets = 5_000;
const maxMs = 5_000;
const maxSamples = 50;

export interface MovedClock {
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string;
  readonly metric: SlaMetric;
  readonly priority: Priority;
  readonly calendar: string;
  /** Dues as ISO UTC. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface HolidayImpact {
  /** Open clocks on the calendars that change. */
  readonly openClocks: number;
  readonly movedClocks: number;
  /** The largest moves first, at most 50. */
  readonly clocks: readonly MovedClock[];
  /** Open tickets looked at, and whether these were all. */
  readonly examined: number;
  readonly complete: boolean;
}

interface Move extends ClockMove {
  readonly calendar: string;
}

const calendarOf = (state: TicketState, clock: string): string | undefined =>
  state.clocks.find(({ id }) => id === clock)?.segments.at(-1)?.calendar.key;

const sizeOf = ({ from, to }: Pick<ClockMove, "from" | "to">): number =>
  from === null || to === null ? Number.POSITIVE_INFINITY : Math.abs(to - from);

const toMoved = ({ ticket }: TicketState, move: Move): MovedClock => ({
  ...{ ticketId: ticket.id, number: ticket.number, subject: ticket.subject, priority: ticket.priority },
  ...{ metric: move.metric, calendar: move.calendar, from: toIso(move.from), to: toIso(move.to) },
});

/** What the open clocks on these calendars (keys) would come to with the data. */
export async function holidayImpact(
  runtime: Runtime,
  reader: Queryable,
  calendars: readonly string[],
  days: HolidayDays,
  gone?: AbortSignal,
): Promise<HolidayImpact> {
  if (calendars.length === 0)
    return { openClocks: 0, movedClocks: 0, clocks: [], examined: 0, complete: true };
  const { definitions, clock } = runtime;
  const drafts = definitions.documents
    .map(({ document }) => document)
    .filter(({ kind, key }) => kind === "calendar" && calendars.includes(key));
  const now = clock.now();
  const slices = createSlices(maxMs, gone);
  const { ids, complete } = await openTicketIds(reader, maxTickets);
  const found: { readonly size: number; readonly moved: MovedClock }[] = [];
  let [openClocks, examined] = [0, 0];

  function movesOf(state: TicketState): readonly Move[] {
    let current = state;
    return calendars.flatMap((key) => {
      const ref = { kind: "calendar", key, revision: 0 } as const;
      const followed = followCalendar(tried, current, ref, now);
      current = followed.state;
      return followed.moves.map((move) => ({ ...move, calendar: key }));
    });
  }

  let tried = definitions.withDrafts(drafts, days);
  for await (const states of statesOf(reader, ids)) {
    await definitions.ensure(states);
    tried = definitions.withDrafts(drafts, days);
    for (const state of states) {
      if (!(await slices.breathe())) break;
      examined += 1;
      const open = state.clocks.filter(isOpenClock);
      const on = open.filter(({ id }) => calendars.includes(calendarOf(state, id) ?? ""));
      openClocks += on.length;
      if (on.length === 0) continue;
      found.push(...movesOf(state).map((move) => ({ size: sizeOf(move), moved: toMoved(state, move) })));
    }
  }
  const largest = found.sort((a, b) => b.size - a.size || a.moved.number - b.moved.number);
  return {
    ...{ openClocks, movedClocks: found.length },
    clocks: largest.slice(0, maxSamples).map(({ moved }) => moved),
    ...{ examined, complete: complete && examined >= ids.length },
  };
}
