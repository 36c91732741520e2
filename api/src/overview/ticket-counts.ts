/** Live counts of tickets, each from an index alone: nothing here reads a ticket's row, or the closed history. */
import type { Queryable } from "../database/database.ts";
import { atRiskMs, openStatuses } from "../tickets/ticket-filter.ts";

/** A ticket is due soon when its earliest clock ends within this span. */
export const dueSoonMs = 2 * 3_600_000;

export interface ArrivedCount {
  readonly channel: string;
  readonly category: string | null;
  readonly count: number;
}

/**
 * Tickets that came in since `from`, by channel and category. Grouped by category first: SQLite would else walk the
 * whole unique index that begins with the channel.
 */
export async function countArrived(db: Queryable, from: number): Promise<readonly ArrivedCount[]> {
  const rows = await db.query<ArrivedCount[]>(
    "SELECT channel, category, COUNT(*) AS count FROM tickets WHERE created_at >= ? GROUP BY category, channel",
    [from],
  );
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

export interface OpenCount {
  readonly channel: string;
  readonly open: number;
  /** With a clock that runs. */
  readonly running: number;
  readonly breached: number;
  /** Not breached, and at risk as `sla=at-risk` says. */
  readonly warning: number;
  readonly dueSoon: number;
}

/** Open tickets by channel, and how their clocks stand. */
export async function countOpen(db: Queryable, now: number): Promise<readonly OpenCount[]> {
  const rows = await db.query<Record<keyof OpenCount, string | number>[]>(
    `SELECT channel, COUNT(*) AS open, COUNT(first_due) AS running, SUM(breached) AS breached,
       SUM(CASE WHEN breached = 0 AND first_due <= ? THEN 1 ELSE 0 END) AS warning,
       SUM(CASE WHEN breached = 0 AND first_due < ? THEN 1 ELSE 0 END) AS dueSoon
     FROM tickets WHERE status IN ${openStatuses} GROUP BY channel`,
    [now + atRiskMs, now + dueSoonMs],
  );
  return rows.map(({ channel, open, running, breached, warning, dueSoon }) => ({
    channel: String(channel),
    open: Number(open),
    running: Number(running),
    breached: Number(breached),
    warning: Number(warning),
    dueSoon: Number(dueSoon),
  }));
}

const marks = { r: "running", w: "warned", p: "paused", b: "breached" } as const;
type Mark = keyof typeof marks;

export interface MetricCount {
  readonly metric: string;
  /** Running, and no reminder has come yet. */
  readonly running: number;
  /** Running, and somebody was reminded. */
  readonly warned: number;
  readonly paused: number;
  readonly breached: number;
}

/** Clocks of open tickets by metric: tickets are counted by their few different marks, then these are read. */
export async function countClocks(db: Queryable): Promise<readonly MetricCount[]> {
  const rows = await db.query<{ clock_marks: string; count: number }[]>(
    `SELECT clock_marks, COUNT(*) AS count FROM tickets
       WHERE status IN ${openStatuses} AND clock_marks IS NOT NULL GROUP BY clock_marks`,
  );
  const counts = new Map<string, Record<keyof typeof zero, number>>();
  for (const { clock_marks, count } of rows)
    for (const clock of clock_marks.split(" ")) {
      const [metric = "", mark = "r"] = clock.split(":");
      const found = counts.get(metric) ?? { ...zero };
      found[marks[mark as Mark]] += Number(count);
      counts.set(metric, found);
    }
  return [...counts]
    .map(([metric, count]) => ({ metric, ...count }))
    .sort((a, b) => (a.metric < b.metric ? -1 : 1));
}

const zero = { running: 0, warned: 0, paused: 0, breached: 0 };

export interface ClosingCount {
  readonly resolvedToday: number;
  readonly closedToday: number;
}

/** Tickets that are done since `from`; one that was opened again is not. */
export async function countDone(db: Queryable, from: number): Promise<ClosingCount> {
  const since = async (column: "resolved_at" | "closed_at"): Promise<number> => {
    const sql = `SELECT COUNT(*) AS count FROM tickets WHERE ${column} >= ?`;
    const [row] = await db.query<{ count: number }[]>(sql, [from]);
    return Number(row?.count ?? 0);
  };
  return { resolvedToday: await since("resolved_at"), closedToday: await since("closed_at") };
}

/** Open incidents by the workflow that they hold up; the key is empty where it is none's. */
export async function countIncidents(db: Queryable): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ workflow: string | null; count: number }[]>(
    `SELECT r.workflow AS workflow, COUNT(*) AS count FROM incidents i LEFT JOIN runs r ON r.id = i.run_id
       WHERE i.status = 'open' GROUP BY r.workflow`,
  );
  return new Map(rows.map(({ workflow, count }) => [workflow ?? "", Number(count)]));
}

/** Runs of a workflow that have not ended. */
export async function countRuns(db: Queryable, workflow: string): Promise<number> {
  const sql = "SELECT COUNT(*) AS count FROM runs WHERE workflow = ? AND status = 'active'";
  const [row] = await db.query<{ count: number }[]>(sql, [workflow]);
  return Number(row?.count ?? 0);
}
