/**
 * Commands that wait for plugin facts. They are fetched outside any transaction; meanwhile later commands of the same
 * ticket wait behind, so that its events stay in the order in which they came.
 */
import type { FactsNeeded } from "@sluice/engine";
import type { FactFetcher } from "../plugins/fact-fetcher.ts";
import type { Waiting } from "./command.ts";

export interface FactWait {
  /** True while an earlier command of this ticket waits for facts. */
  isHeld(ticket: string | null): boolean;
  /** Lets a command wait behind the earlier one of its ticket. */
  hold(waiting: Waiting): void;
  /** Fetches what a command needs; it comes again with the facts, and those behind it after it. */
  park(waiting: Waiting, needed: FactsNeeded): void;
  /** Resolves when nothing is being fetched. */
  idle(): Promise<void>;
}

/** `again` takes commands back, in order, before all others. */
export function createFactWait(fetcher: FactFetcher, again: (waiting: readonly Waiting[]) => void): FactWait {
  const behind = new Map<string, Waiting[]>();
  const fetching = new Set<Promise<void>>();

  function release(waiting: Waiting): void {
    const { ticket } = waiting.command;
    const others = ticket === null ? [] : (behind.get(ticket) ?? []);
    if (ticket !== null) behind.delete(ticket);
    again([waiting, ...others]);
  }

  async function fetch(waiting: Waiting, needed: FactsNeeded): Promise<void> {
    const { command } = waiting;
    const known = command.facts ?? {};
    const missing = needed.facts.filter((id) => !Object.hasOwn(known, id));
    const facts = { ...known, ...(await fetcher.fetch(missing, needed.known)) };
    release({ ...waiting, command: { ...command, facts } });
  }

  return {
    isHeld: (ticket) => ticket !== null && behind.has(ticket),
    hold(waiting) {
      behind.get(waiting.command.ticket ?? "")?.push(waiting);
    },
    park(waiting, needed) {
      const { ticket } = waiting.command;
      if (ticket !== null) behind.set(ticket, []);
      const done = fetch(waiting, needed).finally(() => fetching.delete(done));
      fetching.add(done);
    },
    async idle() {
      await Promise.all(fetching);
    },
  };
}
