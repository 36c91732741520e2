/** Jobs as the API answers them: a line of the list, and one in full with what it has said while it ran. */
import { toIso } from "../clock.ts";
import type { Queryable } from "../database/database.ts";
import type { JobReportRow, JobRow } from "../database/entities/work.ts";
import { readJobReports } from "../database/repositories/job-reports.ts";
import { createBlanker } from "../plugins/blank-secrets.ts";
import type { Plugins } from "../plugins/start-plugins.ts";
import { type StoredReport, toStoredReport } from "../runtime/job-report.ts";
import { ticketOf } from "../runtime/ticketless.ts";

const instantOf = (value: number | null) => toIso(value === null ? null : Number(value));
const parsed = (json: string | null): unknown => (json === null ? null : JSON.parse(json));

/** One line of the list. */
export const toJob = (row: JobRow) => ({
  id: row.id,
  ticket: ticketOf(row.ticket_id),
  run: row.run_id,
  node: row.node,
  action: row.action,
  version: row.version,
  status: row.status,
  attempts: Number(row.attempts),
  maxAttempts: Number(row.max_attempts),
  runAt: instantOf(row.run_at),
  startedAt: instantOf(row.started_at),
  finishedAt: instantOf(row.finished_at),
  error: parsed(row.error),
});

const silent: StoredReport = { log: [], dropped: 0, errors: [], progress: null };

const timed = <T extends { readonly at: number }>({ at, ...rest }: T) => ({ at: toIso(at), ...rest });

/** What a job has said: the last lines of its log, what its tries failed by, how far it is. */
const toReport = ({ log, dropped, errors, progress }: StoredReport) => ({
  log: log.map(timed),
  /** Lines that have fallen out. */
  logDropped: dropped,
  errors: errors.map(timed),
  progress: progress && timed(progress),
});

interface StoredInput {
  readonly input?: unknown;
  readonly timeout?: string;
  readonly retry?: unknown;
}

function toDetail(row: JobRow, report: JobReportRow | undefined) {
  const { input, timeout, retry } = JSON.parse(row.input) as StoredInput;
  return {
    ...toJob(row),
    kind: row.kind,
    input,
    timeout: timeout ?? null,
    retry: retry ?? null,
    output: parsed(row.result),
    ...toReport(report ? toStoredReport(report) : silent),
  };
}

export type JobDetail = ReturnType<typeof toDetail>;

/** These jobs in full; secrets of their plugins are blanked out. */
export async function readJobDetails(
  reader: Queryable,
  plugins: Pick<Plugins, "host" | "store">,
  rows: readonly JobRow[],
): Promise<readonly JobDetail[]> {
  const reports = await readJobReports(
    reader,
    rows.map(({ id }) => id),
  );
  const blanker = createBlanker(plugins);
  return Promise.all(
    rows.map(async (row) => {
      const detail = toDetail(
        row,
        reports.find(({ job_id }) => job_id === row.id),
      );
      return (await blanker(row.action)).json(detail);
    }),
  );
}

/** What the path of a run tells of the job of a visit: the rest is at the job itself. */
const onPath = ({ input, output, retry, timeout, kind, errors, ...job }: JobDetail) => job;

/** By their ids (`run:node:visit`), what became of the jobs of a run's visits; none for a run without jobs. */
export async function readRunJobs(
  reader: Queryable,
  plugins: Pick<Plugins, "host" | "store">,
  run: { readonly id: string; readonly ticket_id: string | null },
): Promise<ReadonlyMap<string, ReturnType<typeof onPath>>> {
  // Jobs are found by their ticket, and one that is about none has its row's id there.
  const rows = await reader.query<JobRow[]>(
    `SELECT * FROM jobs WHERE run_id = ? AND ticket_id ${run.ticket_id === null ? "IS NULL" : "= ?"}`,
    run.ticket_id === null ? [run.id] : [run.id, run.ticket_id],
  );
  const details = await readJobDetails(reader, plugins, rows);
  return new Map(details.map((job) => [job.id, onPath(job)]));
}
