/**
 * Fetches the plugin facts that a decision needs. Outside any lock, each once for the same sources at a time, kept for
 * as long as its plugin allows. A fact that cannot be had is `null`: a ticket waits for it, but is never lost to it.
 */
import { type Facts, FactsNeeded } from "@sluice/engine";
import { durationMs, type FactManifest, factCall } from "@sluice/plugin-sdk";
import type { Json } from "@sluice/schemas";
import type { Clock } from "../clock.ts";
import { newId } from "../ids.ts";
import type { PluginHost } from "../plugin-host/plugin-host.ts";

export interface FactFetcherOptions {
  readonly plugins: Pick<PluginHost, "run" | "facts">;
  readonly clock: Clock;
  /** Told of each fact that could not be had. */
  readonly onFault: (fact: string, fault: { readonly code: string; readonly message: string }) => void;
}

export interface FactFetcher {
  /** The value of each fact of `needed`, looked up by `known`; never rejects. */
  fetch(needed: readonly string[], known: Facts): Promise<Facts>;
}

interface Kept {
  readonly until: number;
  readonly value: Json;
}

/** Most answers kept; the oldest go first. */
const maxKept = 10_000;

/** The sources that are there, in the order of the declaration. */
function sourcesOf(fact: FactManifest, known: Facts): Readonly<Record<string, Json>> {
  const there = fact.from.flatMap((id) => (known[id] == null ? [] : [[id, known[id] as Json] as const]));
  return Object.fromEntries(there);
}

/** Creates a fetcher with its memory. */
export function createFactFetcher({ plugins, clock, onFault }: FactFetcherOptions): FactFetcher {
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, Promise<Json>>();

  function keep(key: string, value: Json, forMs: number): void {
    kept.delete(key);
    kept.set(key, { value, until: clock.now() + forMs });
    if (kept.size > maxKept) kept.delete(kept.keys().next().value ?? "");
  }

  async function ask(fact: FactManifest, input: Readonly<Record<string, Json>>, key: string): Promise<Json> {
    const action = { action: factCall(fact.id), version: "1", input, idempotencyKey: newId() };
    const result = await plugins.run(action);
    if (!result.ok) {
      onFault(fact.id, result);
      return null;
    }
    if (fact.cacheFor !== undefined) keep(key, result.output, durationMs(fact.cacheFor));
    return result.output;
  }

  async function look(id: string, known: Facts): Promise<Json> {
    const fact = plugins.facts().find((one) => one.id === id);
    if (!fact) return null;
    const input = sourcesOf(fact, known);
    if (Object.keys(input).length === 0) return null;
    const key = `${id} ${JSON.stringify(input)}`;
    const stored = kept.get(key);
    if (stored && stored.until > clock.now()) return stored.value;
    const asked = underWay.get(key) ?? ask(fact, input, key).finally(() => underWay.delete(key));
    underWay.set(key, asked);
    return asked;
  }

  return {
    async fetch(needed, known) {
      const values = await Promise.all(needed.map(async (id) => [id, await look(id, known)] as const));
      return Object.fromEntries(values);
    },
  };
}

/** Decides, with the facts fetched that it turns out to need: for decisions that nothing is stored of. */
export async function withFacts<T>(fetcher: FactFetcher, decide: (facts: Facts) => T): Promise<T> {
  let facts: Facts = {};
  for (;;) {
    try {
      return decide(facts);
    } catch (error) {
      if (!(error instanceof FactsNeeded)) throw error;
      // Each round brings facts that were not there: the rounds end with the facts.
      const missing = error.facts.filter((id) => !Object.hasOwn(facts, id));
      facts = { ...facts, ...(await fetcher.fetch(missing, error.known)) };
    }
  }
}
