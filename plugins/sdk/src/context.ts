/** What an action is given: its input, its secrets, a limited `fetch`, and ways to report. Nothing else of Sluice. */

/** Writes to the server's log under the action's name; secrets are blanked out. */
export interface ActionLog {
  debug(message: string, data?: unknown): void;
  info(message: string, data?: unknown): void;
  warn(message: string, data?: unknown): void;
  error(message: string, data?: unknown): void;
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
  /** Says how far it is, from 0 to 1. */
  progress(fraction: number, note?: string): void;
  /** The same for every try of one step: pass it on, so that a second try has no second effect. */
  readonly idempotencyKey: string;
  /** Aborts at the time limit or when the job is cancelled. Stop soon after: what lingers is ended from outside. */
  readonly signal: AbortSignal;
  /** 1 for the first try. */
  readonly attempt: number;
}
