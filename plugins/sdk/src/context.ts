/** What an action is given: its input, its secrets, a limited `fetch`, and ways to report. Nothing else of Sluice. */

/** Writes to the server's log, and to the job's own, which is shown with the run; secrets are blanked out. */
export interface ActionLog {
  debug(message: string, data?: unknown): void;
  info(message: string, data?: unknown): void;
  warn(message: string, data?: unknown): void;
  error(message: string, data?: unknown): void;
}

/** How far a job is. */
export interface Progress {
  readonly done: number;
  /** More than 0. */
  readonly total: number;
  readonly text?: string;
}

/** Says how far a job is: as a fraction from 0 to 1 with a note, or as so many of so many. The last word counts. */
export interface ReportProgress {
  (fraction: number, note?: string): void;
  (progress: Progress): void;
}

/** What was said, as so many of so many within their bounds. */
export function toProgress(said: number | Progress, note?: string): Progress {
  const { done, total, text } = typeof said === "number" ? { done: said, total: 1, text: note } : said;
  const whole = Number(total) > 0 ? Number(total) : 1;
  const part = Math.min(whole, Math.max(0, Number(done) || 0));
  return { done: part, total: whole, ...(text === undefined ? {} : { text: String(text) }) };
}

/** `fetch`, for declared hosts only; network faults are thrown as a retryable `ActionError`. */
export type ActionFetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

/** The argument of `run`. */
export interface ActionContext<Input, Config> {
  /** Checked against the action's input schema, defaults filled in. */
  readonly input: Input;
  /** What the operator configured for this plugin, checked against the action's config schema. */
  readonly config: Config;
  /** The declared secrets that are set, by name. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly http: ActionFetch;
  readonly log: ActionLog;
  /** Shown with the job while it runs. */
  readonly progress: ReportProgress;
  /** The same for every try of one step: pass it on, so that a second try has no second effect. */
  readonly idempotencyKey: string;
  /** Aborts at the time limit or when the job is cancelled. Stop soon after: what lingers is ended from outside. */
  readonly signal: AbortSignal;
  /** 1 for the first try. */
  readonly attempt: number;
}
