/**
 * forks: what a token opened is held open by it, and somebody may still come. A fork whose branches have all come, a
 * loop whose items have all ended, a caller without its run: each would stand for ever, so none may be there at rest.
 */
import type { RunState, RunToken, TokenWait } from "@sluice/engine";
import type { Check } from "../check.ts";
import { activeRuns, type StoredAggregate } from "../stored.ts";

type ItemsWait = TokenWait & { readonly type: "items" };

/** `<node>:<visit>` of an entry `<node>:<visit>:<branch or index>`. */
const forkOf = (entry: string): string => entry.slice(0, entry.lastIndexOf(":"));
const branchOf = (entry: string): string => entry.slice(entry.lastIndexOf(":") + 1);

const entryOf = ({ forks }: RunToken, fork: string): number =>
  forks.findIndex((entry) => forkOf(entry) === fork);

/** The tokens that hold something open, by what they hold. */
const openersOf = ({ tokens }: RunState): ReadonlyMap<string, RunToken> =>
  new Map(
    tokens.flatMap((token) =>
      token.wait?.type === "fork" || token.wait?.type === "items"
        ? [[`${token.node}:${token.visit}`, token] as const]
        : [],
    ),
  );

/** A token that has not come to a join of this fork, or past it, may still come. */
function mayCome(token: RunToken, fork: string): boolean {
  const { wait } = token;
  if (wait?.type === "fork") return false;
  return wait?.type !== "join" || entryOf(token, wait.fork) > entryOf(token, fork);
}

function* fork(name: string, run: RunState, held: string): Generator<string> {
  const inside = run.tokens.filter((token) => entryOf(token, held) !== -1);
  const coming = inside.filter((token) => mayCome(token, held));
  if (coming.length === 0)
    yield `${name}: ${inside.length} tokens are inside of ${held}, and none of them goes on`;
  const late = new Set(coming.map((token) => branchOf(token.forks[entryOf(token, held)] ?? "")));
  for (const { node, wait } of inside) {
    if (wait?.type !== "join" || wait.fork !== held || wait.needed === "all") continue;
    const there = inside.filter((token) => token.node === node && token.wait?.type === "join");
    const branches = new Set(there.map((token) => branchOf(token.forks[entryOf(token, held)] ?? "")));
    const come = [...branches].filter((branch) => !late.has(branch)).length;
    if (come >= wait.needed)
      yield `${name}: ${come} branches have come to ${node}, which needs ${wait.needed}`;
  }
}

function* items(name: string, run: RunState, held: string, wait: ItemsWait): Generator<string> {
  const { items: all, started, ended, concurrency, results } = wait;
  if (results.length !== all.length) yield `${name}: ${results.length} results of ${all.length} items`;
  if (ended >= all.length || started !== Math.min(all.length, ended + concurrency))
    yield `${name}: ${started} of ${all.length} items begun and ${ended} ended, ${concurrency} at a time`;
  const open = Object.keys(run.scopes ?? {}).filter((entry) => forkOf(entry) === held);
  if (open.length !== started - ended)
    yield `${name}: ${open.length} items are open, ${started - ended} are under way`;
  for (const entry of open)
    if (!run.tokens.some(({ forks }) => forks.includes(entry)))
      yield `${name}: nothing goes on for the item ${entry}`;
}

function* call(
  name: string,
  child: string,
  token: RunToken,
  run: RunState,
  ticket: StoredAggregate,
): Generator<string> {
  const called = ticket.state.runs.find(({ id }) => id === child);
  if (!called) return yield `${name}: waits for the run ${child}, which has ended`;
  if (called.parent?.run !== run.id || called.parent.token !== token.id)
    yield `${name}: waits for the run ${child}, which was called by ${called.parent?.run ?? "nobody"}`;
  const callers = [...(run.callers ?? []), run.workflow.key];
  if (called.callers?.join(" ") !== callers.join(" "))
    yield `${name}: the run ${child} says that ${called.callers} called it`;
}

function* standing(run: RunState, ticket: StoredAggregate): Generator<string> {
  for (const token of run.tokens) {
    const name = `run ${run.id}: token ${token.id} at ${token.node}`;
    const held = `${token.node}:${token.visit}`;
    if (token.wait?.type === "fork") yield* fork(name, run, held);
    if (token.wait?.type === "items") yield* items(name, run, held, token.wait);
    if (token.wait?.type === "call") yield* call(name, token.wait.run, token, run, ticket);
    if (token.wait?.type === "join" && entryOf(token, token.wait.fork) === -1)
      yield `${name}: waits for branches of ${token.wait.fork}, which it is not inside of`;
  }
}

function* inside(run: RunState): Generator<string> {
  const openers = openersOf(run);
  for (const token of run.tokens)
    for (const entry of token.forks)
      if (!openers.has(forkOf(entry)))
        yield `run ${run.id}: token ${token.id} is inside of ${entry}, which nobody holds open`;
  for (const entry of Object.keys(run.scopes ?? {}))
    if (openers.get(forkOf(entry))?.wait?.type !== "items")
      yield `run ${run.id}: keeps variables of ${entry}, an item of no loop`;
}

function* caller(run: RunState, ticket: StoredAggregate): Generator<string> {
  if (!run.parent) return;
  const { run: id, token } = run.parent;
  const waiting = ticket.state.runs.find((other) => other.id === id)?.tokens.find((one) => one.id === token);
  if (waiting?.wait?.type !== "call" || waiting.wait.run !== run.id)
    yield `run ${run.id}: was called by ${id}, which does not wait for it`;
}

export const forksCheck: Check = {
  name: "forks",
  *run(stored) {
    for (const { ticket, run } of activeRuns(stored)) {
      yield* inside(run);
      yield* standing(run, ticket);
      yield* caller(run, ticket);
    }
  },
};
