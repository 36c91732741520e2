/**
 * Checks of committed decisions, one after the other, off the event loop. The queue is short: what does not fit is
 * dropped and counted, as a check is never worth a ticket's time.
 */
import type { Observation } from "./checked-rulesets.ts";
import { type Difference, differenceOf, verdictOf } from "./difference.ts";
import type { ReferencePort } from "./reference-port.ts";

/** Most decisions that wait for their check. */
const maxWaiting = 200;

export type CheckResult = "same" | "different" | "dropped" | "failed";

export interface BackgroundCheckOptions {
  readonly reference: ReferencePort;
  readonly onResult: (result: CheckResult) => void;
  /** Stores what was found; further checks wait for it. */
  readonly onDifference: (observation: Observation, difference: Difference) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

export interface BackgroundCheck {
  add(observation: Observation): void;
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>;
  /** Drops what waits. */
  stop(): Promise<void>;
}

export function createBackgroundCheck(options: BackgroundCheckOptions): BackgroundCheck {
  const waiting: Observation[] = [];
  let running: Promise<void> | null = null;

  async function check(observation: Observation): Promise<CheckResult> {
    const { recipe, question, decision } = observation;
    const answer = await options.reference.ask(recipe, question);
    if ("error" in answer) {
      options.onError(new Error(`json-rules-engine: ${answer.error}`));
      return "failed";
    }
    const difference = differenceOf(verdictOf(decision), verdictOf(answer.decision));
    if (difference) await options.onDifference(observation, difference);
    return difference ? "different" : "same";
  }

  async function run(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      try {
        options.onResult(await check(next));
      } catch (error) {
        options.onResult("failed");
        options.onError(error);
      }
    }
  }

  return {
    add(observation) {
      if (waiting.length >= maxWaiting) return options.onResult("dropped");
      waiting.push(observation);
      running ??= run().finally(() => {
        running = null;
      });
    },
    async idle() {
      while (running) await running;
    },
    async stop() {
      waiting.length = 0;
      await running;
    },
  };
}
