/** What a job says while it runs, bounded: the end of its log, what its tries failed by, and how far it is. */
import type { LogLevel } from "@sluice/plugin-sdk";
import type { Json } from "@sluice/schemas";
import type { JobReportRow } from "../database/entities/work.ts";

/** One line; instants are the runtime's, epoch milliseconds. */
export interface ReportLine {
  readonly at: number;
  /** From 1. */
  readonly attempt: number;
  readonly level: LogLevel;
  readonly message: string;
  readonly data?: Json;
}

/** A try that failed. */
export interface ReportError {
  readonly at: number;
  readonly attempt: number;
  readonly code: string;
  readonly message: string;
}

/** How far it is: `done` of `total`. */
export interface ReportProgress {
  readonly at: number;
  readonly attempt: number;
  readonly done: number;
  readonly total: number;
  readonly text?: string;
}

/** Most lines that are kept of one job, over all its tries. */
export const maxLines = 100;
/** Most bytes of them, as JSON. */
export const maxBytes = 32 * 1024;
/** Longest message and longest data of one line, characters; longer ones are cut. */
const maxMessage = 2_000;
const maxData = 4_000;
const maxErrors = 20;
const maxProgressText = 200;

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;

/** As it is where it is short; else the beginning of its text. */
function bounded(data: Json): Json {
  const text = JSON.stringify(data);
  return text.length <= maxData ? data : cut(text, maxData);
}

const bytesOf = (line: ReportLine): number => Buffer.byteLength(JSON.stringify(line)) + 1;

/** What one job has said; the oldest lines fall out. */
export class JobReport {
  #lines: ReportLine[] = [];
  #errors: ReportError[] = [];
  #bytes = 0;
  #dropped = 0;
  #progress: ReportProgress | null = null;
  /** Counts every change. */
  version = 0;

  addLine({ message, data, ...line }: ReportLine): void {
    const kept = {
      ...line,
      message: cut(message, maxMessage),
      ...(data === undefined ? {} : { data: bounded(data) }),
    };
    this.version += 1;
    this.#lines.push(kept);
    this.#bytes += bytesOf(kept);
    this.#trim();
  }

  addError({ message, ...error }: ReportError): void {
    this.version += 1;
    this.#errors = [...this.#errors, { ...error, message: cut(message, maxMessage) }].slice(-maxErrors);
  }

  setProgress({ text, ...progress }: ReportProgress): void {
    this.version += 1;
    this.#progress = { ...progress, ...(text === undefined ? {} : { text: cut(text, maxProgressText) }) };
  }

  get progress(): ReportProgress | null {
    return this.#progress;
  }

  /** Puts what earlier tries have left before what this one says. */
  continueFrom(stored: StoredReport): void {
    this.#lines = [...stored.log, ...this.#lines];
    this.#bytes = this.#lines.reduce((sum, line) => sum + bytesOf(line), 0);
    this.#dropped += stored.dropped;
    this.#errors = [...stored.errors, ...this.#errors].slice(-maxErrors);
    this.#progress ??= stored.progress;
    this.#trim();
  }

  toRow(job: string, now: number): JobReportRow {
    return {
      job_id: job,
      log: JSON.stringify(this.#lines),
      dropped: this.#dropped,
      errors: JSON.stringify(this.#errors),
      progress: this.#progress && JSON.stringify(this.#progress),
      updated_at: now,
    };
  }

  #trim(): void {
    let gone = 0;
    while (this.#lines.length - gone > maxLines || this.#bytes > maxBytes) {
      const line = this.#lines[gone];
      if (line === undefined) break;
      this.#bytes -= bytesOf(line);
      gone += 1;
    }
    this.#lines.splice(0, gone);
    this.#dropped += gone;
  }
}

/** As it was stored. */
export interface StoredReport {
  readonly log: readonly ReportLine[];
  readonly dropped: number;
  readonly errors: readonly ReportError[];
  readonly progress: ReportProgress | null;
}

/** Reads a row. */
export const toStoredReport = (row: JobReportRow): StoredReport => ({
  log: JSON.parse(row.log) as ReportLine[],
  dropped: Number(row.dropped),
  errors: JSON.parse(row.errors) as ReportError[],
  progress: row.progress === null ? null : (JSON.parse(row.progress) as ReportProgress),
});
