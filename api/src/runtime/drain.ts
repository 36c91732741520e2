/**
 * Serving those who wait: whenever an agent may have become eligible, the next waiting ticket is given to them,
 * one ticket per transaction, until nobody can be served.
 */
import {
  type CompiledRouting,
  type LoadState,
  nextAssignable,
  orphans,
  type QueueEntry,
} from "@sluice/engine";
import type { Clock } from "../clock.ts";
import type { Dispatcher } from "./dispatcher.ts";
import type { LiveDefinitions } from "./live-definitions.ts";

export interface DrainOptions {
  readonly dispatcher: Dispatcher;
  readonly definitions: LiveDefinitions;
  readonly load: LoadState;
  readonly clock: Clock;
  readonly onError: (error: unknown, ticket: string) => void;
}

export interface Drain {
  /** These agents may be able to take a ticket now; `null` = anybody. */
  agents(ids: readonly string[] | null): void;
  /** Policies or their campaigns changed: routes tickets anew whose waiting step is gone, then serves whom it can. */
  rehome(): void;
  idle(): Promise<void>;
}

const isGroupQueue = (name: string): boolean => name.startsWith("group:");

/** Creates the drain; one pass runs at a time. */
export function createDrain(options: DrainOptions): Drain {
  const { dispatcher, definitions, load, clock } = options;
  let everybody = false;
  let homeless = false;
  const waiting = new Set<string>();
  let running: Promise<void> | null = null;

  /** Every revision that tickets wait in, under the campaigns in force now. */
  function policies(): readonly CompiledRouting[] {
    const now = clock.now();
    // Every revision that tickets wait in is at the head of some lane.
    const refs = new Map<string, QueueEntry["policy"]>();
    for (const queue of load.queues())
      if (isGroupQueue(queue))
        for (const { policy } of load.heads(queue)) refs.set(`${policy.key}@${policy.revision}`, policy);
    return [...refs.values()].flatMap(
      ({ key, revision }) => definitions.current.routing(key, now, revision) ?? [],
    );
  }

  const hasWaiting = (): boolean => [...load.queues()].some(isGroupQueue);

  async function serve(agent: string | null): Promise<void> {
    const refused = new Set<string>();
    while (hasWaiting()) {
      const next = nextAssignable(load, policies(), agent === null ? {} : { agent }, clock.now());
      if (!next || refused.has(next.ticket)) return;
      refused.add(next.ticket);
      await submit(next.ticket);
    }
  }

  async function submit(ticket: string): Promise<void> {
    try {
      await dispatcher.submit({ ticket, body: { type: "routing.drain" }, actor: { type: "system" } });
    } catch (error) {
      options.onError(error, ticket);
    }
  }

  async function run(): Promise<void> {
    while (everybody || homeless || waiting.size > 0) {
      if (homeless) {
        homeless = false;
        for (const { ticket } of orphans(load, policies())) await submit(ticket);
      }
      const agents = everybody ? [null] : [...waiting];
      everybody = false;
      waiting.clear();
      for (const agent of agents) await serve(agent);
    }
  }

  function start(): void {
    running ??= run().finally(() => {
      running = null;
      if (everybody || homeless || waiting.size > 0) start();
    });
  }

  return {
    agents(ids) {
      if (!hasWaiting()) return;
      if (ids === null) everybody = true;
      else for (const id of ids) waiting.add(id);
      start();
    },
    rehome() {
      homeless = true;
      everybody = true;
      start();
    },
    async idle() {
      while (running) await running;
    },
  };
}
