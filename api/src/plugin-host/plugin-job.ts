/** A job as the host sees it: one call to one action, answered exactly once. */
import type { ActionFailure, ActionResult, LogLevel } from "@sluice/plugin-sdk";

/** Who is told what a job says while it runs; secrets are blanked out already. */
export interface RunReporter {
  log(line: { readonly level: LogLevel; readonly message: string; readonly data?: unknown }): void;
  progress(progress: { readonly done: number; readonly total: number; readonly text?: string }): void;
}

/** What the runtime asks for. */
export interface RunRequest {
  readonly action: string;
  readonly version: string;
  readonly input: unknown;
  /** The same for every try of one step. */
  readonly idempotencyKey: string;
  /** Time limit of this try in milliseconds, counted from when it starts to run; default the action's own. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** 1 (default) for the first try. */
  readonly attempt?: number;
  readonly report?: RunReporter;
}

/** A failure that the host itself declares. */
export const hostFailure = (
  code: string,
  message: string,
  retryable: boolean,
  extra: { readonly durationMs?: number; readonly retryAfterMs?: number; readonly details?: unknown } = {},
): ActionFailure => ({ ok: false, code, message, retryable, durationMs: 0, ...extra });

/** One call in a child. */
export class PluginJob {
  readonly id: number;
  readonly answer: Promise<ActionResult>;
  readonly #started = performance.now();
  #resolve: (result: ActionResult) => void = () => {};
  #cleanUp: (() => void)[] = [];
  /** What it was called with, as far as others are told. */
  readonly call: { readonly action: string; readonly key: string; readonly report: RunReporter | undefined };
  isAnswered = false;

  constructor(id: number, call: PluginJob["call"]) {
    this.id = id;
    this.call = call;
    this.answer = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** Milliseconds since it was sent to the child. */
  get durationMs(): number {
    return Math.round(performance.now() - this.#started);
  }

  /** Answers the caller; later answers are ignored. */
  finish(result: ActionResult): void {
    if (this.isAnswered) return;
    this.isAnswered = true;
    this.#resolve(result);
  }

  /** Runs `callback` after `ms`, unless the job has left the child by then. */
  after(ms: number, callback: () => void): void {
    const timer = setTimeout(callback, ms);
    this.#cleanUp.push(() => clearTimeout(timer));
  }

  /** Runs `callback` when the caller gives up, unless the job has left the child by then. */
  onAbort(signal: AbortSignal | undefined, callback: () => void): void {
    signal?.addEventListener("abort", callback, { once: true });
    this.#cleanUp.push(() => signal?.removeEventListener("abort", callback));
  }

  /** Its code has come back or its child is gone: timers and listeners end. */
  leave(): void {
    for (const release of this.#cleanUp) release();
    this.#cleanUp = [];
  }
}
