/**
 * Gathers what running jobs say and stores it in batches: all jobs of the process together, once a second at most, and
 * each with its try's end, in the transaction that ends it. A crash loses what was said in the last second.
 */
import type { Json } from "@sluice/schemas";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { JobRow } from "../database/entities/work.ts";
import { readJobReports, saveJobReports } from "../database/repositories/job-reports.ts";
import type { RunReporter } from "../plugin-host/plugin-job.ts";
import type { Follower, News } from "./follower.ts";
import { JobReport, toStoredReport } from "./job-report.ts";
import { ticketOf } from "./ticketless.ts";

const gatherMs = 1_000;

export interface JobJournalOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly follower: Pick<Follower, "record">;
  /** Tells the pages of this process. */
  readonly onNews: (news: readonly News[]) => void;
  readonly onError: (error: unknown) => void;
}

/** What one try says. */
export interface JobReporter extends RunReporter {
  failed(fault: { readonly code: string; readonly message: string }): void;
}

export interface JobJournal {
  /** A try begins. */
  begin(job: JobRow, attempt: number): JobReporter;
  /** True where something was said that is not stored yet. */
  isDirty(job: string): boolean;
  /** Stores what these jobs have said, in a transaction of the caller's; answers what to call after its commit. */
  write(transaction: Transaction, jobs: readonly string[]): Promise<() => void>;
  /** What pages are told of these jobs. */
  newsOf(jobs: readonly string[]): readonly News[];
  /** The try is over: nothing more is taken from it. */
  end(job: string): void;
  start(): void;
  stop(): Promise<void>;
}

interface Entry {
  readonly job: JobRow;
  readonly report: JobReport;
  /** The version that is stored. */
  stored: number;
  /** Whether what earlier tries have left is in it. */
  continued: boolean;
}

/** Creates it; nothing is stored by itself before `start`. */
export function createJobJournal(options: JobJournalOptions): JobJournal {
  const { database, clock, follower, onNews, onError } = options;
  const entries = new Map<string, Entry>();
  let timer: NodeJS.Timeout | null = null;
  let storing: Promise<void> | null = null;

  const dirty = (): readonly string[] => [...entries.keys()].filter(isDirty);
  const isDirty = (job: string): boolean => {
    const entry = entries.get(job);
    return entry !== undefined && entry.report.version > entry.stored;
  };
  const known = (jobs: readonly string[]): readonly Entry[] => jobs.flatMap((job) => entries.get(job) ?? []);

  async function continueThem(transaction: Transaction, found: readonly Entry[]): Promise<void> {
    const fresh = found.filter(({ continued }) => !continued);
    const rows = await readJobReports(
      transaction,
      fresh.map(({ job }) => job.id),
    );
    for (const entry of fresh) {
      const row = rows.find(({ job_id }) => job_id === entry.job.id);
      if (row) entry.report.continueFrom(toStoredReport(row));
      entry.continued = true;
    }
  }

  async function write(transaction: Transaction, jobs: readonly string[]): Promise<() => void> {
    const found = known(jobs);
    await continueThem(transaction, found);
    const versions = found.map(({ report }) => report.version);
    const rows = found.map(({ job, report }) => report.toRow(job.id, clock.now()));
    await saveJobReports(transaction, rows);
    return () => {
      for (const [index, entry] of found.entries()) entry.stored = versions[index] ?? entry.stored;
    };
  }

  const newsOf = (jobs: readonly string[]): readonly News[] =>
    known(jobs).map(({ job, report }) => {
      const { id, run_id: run, node } = job;
      return ["job", { id, ticket: ticketOf(job.ticket_id), run, node, progress: report.progress }];
    });

  async function store(): Promise<void> {
    const jobs = dirty();
    if (jobs.length === 0) return;
    const news = newsOf(jobs);
    const committed = await database.writer.run(async (transaction) => {
      const stored = await write(transaction, jobs);
      const told = await follower.record(transaction, null, () => news);
      return [stored, told] as const;
    });
    for (const done of committed) done();
    onNews(news);
  }

  return {
    begin(job, attempt) {
      const report = new JobReport();
      entries.set(job.id, { job, report, stored: 0, continued: false });
      const at = () => ({ at: clock.now(), attempt });
      return {
        log: ({ level, message, data }) =>
          report.addLine({
            ...at(),
            ...{ level, message },
            ...(data === undefined ? {} : { data: data as Json }),
          }),
        progress: (progress) => report.setProgress({ ...at(), ...progress }),
        failed: ({ code, message }) => report.addError({ ...at(), code, message }),
      };
    },
    isDirty,
    write,
    newsOf,
    end: (job) => void entries.delete(job),
    start() {
      timer ??= setInterval(() => {
        storing ??= store()
          .catch(onError)
          .finally(() => {
            storing = null;
          });
      }, gatherMs).unref();
    },
    async stop() {
      if (timer) clearInterval(timer);
      timer = null;
      await storing;
    },
  };
}
