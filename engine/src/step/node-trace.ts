/**
 * What each node of a burst did: for simulations, whose reader wants to see the values at every node.
 * Live steps gather nothing of it: the log and the path are what is stored.
 */
import type { Decision, Json, RevisionRef } from "@sluice/schemas";
import type { Effect } from "../state/effects.ts";
import type { RunState, RunToken, TicketRecord, TokenWait } from "../state/ticket-state.ts";
import { changedProperties } from "../ticket/apply-changes.ts";
import type { Wakeup } from "../workflow/node-kind.ts";
import { variablesOf } from "./run-store.ts";

/** One time that a node was entered or woken. A node that waits and goes on later has an entry for each. */
export interface NodeVisit {
  readonly run: string;
  readonly workflow: RevisionRef;
  readonly node: string;
  /** How often the run has entered the node, this time included. */
  readonly visit: number;
  /** Epoch ms. */
  readonly at: number;
  /** What woke it; `null` when a token came in. */
  readonly woken: Wakeup["type"] | null;
  /** The port it left by; `null` while it waits, and where the run ended. */
  readonly port: string | null;
  /** What it waits for after this. */
  readonly wait: TokenWait | null;
  /** Ticket property → what it was before the node and after it. */
  readonly changes: { readonly [property: string]: readonly [before: Json, after: Json] };
  /** The run's variables that the node set, as they are now. */
  readonly variables: { readonly [name: string]: Json };
  readonly decisions: readonly Decision[];
  /** Ids of the messages and jobs that it made. */
  readonly messages: readonly string[];
  readonly jobs: readonly string[];
}

/** The part of a burst that is looked at. */
interface Observed {
  readonly now: number;
  readonly ticket: TicketRecord;
  readonly runs: ReadonlyMap<string, RunState>;
  readonly decisions: readonly Decision[];
  readonly effects: readonly Effect[];
}

interface Mark {
  readonly ticket: TicketRecord;
  readonly decisions: number;
  readonly effects: number;
}

const markOf = ({ ticket, decisions, effects }: Observed): Mark => ({
  ticket,
  decisions: decisions.length,
  effects: effects.length,
});

/** A node at work: told when it has done its part, and when its token has gone on or stays. */
export interface OpenVisit {
  did(burst: Observed): void;
  settled(burst: Observed): void;
}

const read = (ticket: TicketRecord, property: string): Json =>
  (ticket as unknown as Readonly<Record<string, Json>>)[property] ?? null;

function changesBetween(before: TicketRecord, after: TicketRecord): NodeVisit["changes"] {
  const changed = before === after ? [] : changedProperties(before, after);
  return Object.fromEntries(changed.map((key) => [key, [read(before, key), read(after, key)] as const]));
}

const variablesSet = (before: RunState["vars"], after: RunState["vars"]): NodeVisit["variables"] =>
  before === after
    ? {}
    : Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name] !== value));

/** Gathers the visits of one event, in the order in which the nodes began. */
export class NodeTrace {
  readonly visits: NodeVisit[] = [];
  #mark: Mark | null = null;

  /** What happens from here on belongs to the node that is woken next: routing decides before its node goes on. */
  mark(burst: Observed): void {
    this.#mark = markOf(burst);
  }

  unmark(): void {
    this.#mark = null;
  }

  /** A token stands on its node, which is about to do its part. */
  begin(burst: Observed, run: RunState, token: RunToken, woken: Wakeup["type"] | null): OpenVisit {
    const before = this.#mark ?? markOf(burst);
    this.#mark = null;
    const { node, visit } = token;
    const index = this.visits.length;
    const set = (more: Partial<NodeVisit>) => {
      this.visits[index] = { ...(this.visits[index] as NodeVisit), ...more };
    };
    this.visits.push({
      ...{ run: run.id, workflow: run.workflow, node, visit, at: burst.now, woken, port: null, wait: null },
      ...{ changes: {}, variables: {}, decisions: [], messages: [], jobs: [] },
    });
    return {
      did: ({ ticket, decisions, effects, runs }) => {
        const made = effects.slice(before.effects);
        set({
          changes: changesBetween(before.ticket, ticket),
          variables: variablesSet(variablesOf(run, token), variablesOf(runs.get(run.id) ?? run, token)),
          decisions: decisions.slice(before.decisions),
          messages: made.flatMap((effect) => (effect.type === "message" ? [effect.message.id] : [])),
          jobs: made.flatMap((effect) => (effect.type === "job" ? [effect.id] : [])),
        });
      },
      settled: ({ runs }) => {
        const now = runs.get(run.id);
        const entry = now?.path.findLast((item) => item.node === node && item.visit === visit);
        const stays = now?.tokens.find((item) => item.id === token.id && item.node === node);
        const wait = stays && stays.visit === visit ? stays.wait : null;
        set({ port: wait === null ? (entry?.port ?? null) : null, wait });
      },
    };
  }
}
