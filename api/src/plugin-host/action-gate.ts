/**
 * What stands before an action: its queue (how many at once, how many per time) and its circuit breaker.
 * A service that is down is left alone for a while, then tried with one job (half open) before all others.
 */
import type { ActionResult } from "@sluice/plugin-sdk";
import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
} from "cockatiel";
import PQueue from "p-queue";
import { hostFailure } from "./plugin-job.ts";

/** Limits of one action; lengths in milliseconds. */
export interface GateOptions {
  readonly concurrency: number;
  readonly rateLimit: { readonly calls: number; readonly perMs: number } | undefined;
  readonly breaker: { readonly failures: number; readonly openMs: number };
  readonly maxQueued: number;
}

/** Figures of one action since the host started. */
export interface GateStats {
  readonly running: number;
  readonly queued: number;
  readonly succeeded: number;
  readonly failed: number;
  /** Sum over all answered jobs that ran. */
  readonly totalMs: number;
  readonly circuit: "closed" | "open" | "half-open";
}

/** Failures of the host or of neighbours say nothing about the service behind the action. */
const innocent = new Set(["plugin.restarted", "plugin.unavailable", "plugin.closed", "action.cancelled"]);

const countsAgainst = (result: ActionResult): boolean =>
  !result.ok && result.retryable && !innocent.has(result.code);

export class ActionGate {
  readonly #queue: PQueue;
  readonly #options: GateOptions;
  readonly #breaker;
  #succeeded = 0;
  #failed = 0;
  #totalMs = 0;

  constructor(options: GateOptions) {
    const { concurrency, rateLimit, breaker } = options;
    this.#options = options;
    this.#queue = new PQueue({
      concurrency,
      ...(rateLimit ? { intervalCap: rateLimit.calls, interval: rateLimit.perMs } : {}),
    });
    this.#breaker = circuitBreaker(
      handleWhenResult((result) => countsAgainst(result as ActionResult)),
      {
        halfOpenAfter: breaker.openMs,
        breaker: new ConsecutiveBreaker(breaker.failures),
      },
    );
  }

  /** Runs `job` when it is its turn; never rejects. Refused at once when the queue is full. */
  async run(job: () => Promise<ActionResult>, signal: AbortSignal | undefined): Promise<ActionResult> {
    if (this.#queue.size >= this.#options.maxQueued)
      return hostFailure("action.busy", "Too many jobs of this action are waiting", true, {
        retryAfterMs: 1_000,
      });
    try {
      return await this.#queue.add(() => this.#throughBreaker(job), signal ? { signal } : {});
    } catch (error) {
      if (signal?.aborted) return hostFailure("action.cancelled", "Cancelled", true);
      throw error;
    }
  }

  get stats(): GateStats {
    const state = this.#breaker.state;
    return {
      running: this.#queue.pending,
      queued: this.#queue.size,
      succeeded: this.#succeeded,
      failed: this.#failed,
      totalMs: this.#totalMs,
      circuit:
        state === CircuitState.Open ? "open" : state === CircuitState.HalfOpen ? "half-open" : "closed",
    };
  }

  async #throughBreaker(job: () => Promise<ActionResult>): Promise<ActionResult> {
    try {
      const result = await this.#breaker.execute(job);
      this.#count(result);
      return result;
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      const { openMs } = this.#options.breaker;
      return hostFailure("action.circuit-open", "The action failed too often and is paused", true, {
        retryAfterMs: openMs,
      });
    }
  }

  #count(result: ActionResult): void {
    if (result.ok) this.#succeeded += 1;
    else this.#failed += 1;
    this.#totalMs += result.durationMs;
  }
}
