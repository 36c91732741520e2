/** Forks and loops as they happen: tokens are made for branches and items, and one goes on when they have come or are gone. */
import type { Json } from "@sluice/schemas";
import type { ItemsState, RunState, RunToken } from "../state/ticket-state.ts";
import type { EachItem } from "../workflow/node-kind.ts";
import type { Burst } from "./burst.ts";
import { branchOfEntry, forkOfEntry, forkOutcome, innermostFork, membersOf, openerOf } from "./forks.ts";
import { release } from "./release.ts";
import { dropScopes, enter, hold, runningRun, setRun, tokenOf, writePorts } from "./run-store.ts";

const targetOf = (burst: Burst, run: RunState, node: string, port: string): string | undefined =>
  burst.definitions.workflow(run.workflow)?.next(node, port);

/** A new token behind a port of `opener`; it moves once the one at hand stands still. */
function spawn(burst: Burst, runId: string, opener: RunToken, branch: string, node: string): void {
  const forks = [...opener.forks, `${opener.node}:${opener.visit}:${branch}`];
  const token = { id: burst.newId(), node, visit: 0, forks, wait: null, since: burst.now };
  enter(burst, runId, token);
  burst.errands.push({ do: "advance", run: runId, token: token.id });
}

/** Opens a branch for every port that is wired; false when none is. */
export function openFork(burst: Burst, runId: string, token: RunToken, ports: readonly string[]): boolean {
  const run = runningRun(burst, runId);
  const wired = ports.flatMap((port) => {
    const target = targetOf(burst, run, token.node, port);
    return target === undefined ? [] : [{ port, target }];
  });
  if (wired.length === 0) return false;
  writePorts(
    burst,
    runId,
    token,
    wired.map(({ port }) => port),
  );
  hold(burst, runId, token.id, { type: "fork" });
  for (const { port, target } of wired) spawn(burst, runId, token, port, target);
  return true;
}

/** A token has come to a join; false when it is inside of no branch that this join waits for. */
export function arriveAtJoin(burst: Burst, runId: string, token: RunToken, needed: number | "all"): boolean {
  const run = runningRun(burst, runId);
  const node = burst.definitions.workflow(run.workflow)?.forkOf(token.node);
  const fork = node === undefined ? undefined : innermostFork(token, node);
  if (fork === undefined) return false;
  hold(burst, runId, token.id, { type: "join", fork, needed });
  settleFork(burst, runId, fork);
  return true;
}

/** Takes all tokens inside of a fork away, with what they wait for. */
function clearFork(burst: Burst, run: RunState, fork: string, opener: RunToken): RunState {
  const members = new Set(membersOf(run, fork));
  const own = new Set(opener.forks);
  const isInside = (item: string) => [...members].some(({ forks }) => forks.includes(item));
  const cleared = setRun(burst, {
    ...dropScopes(run, (item) => !own.has(item) && (forkOfEntry(item) === fork || isInside(item))),
    tokens: run.tokens.filter((token) => !members.has(token)),
  });
  const cancelled = [...members].filter(({ wait }) => wait?.type !== "join" && wait?.type !== "fork");
  if (cancelled.length > 0)
    burst.log.push({
      type: "branches.cancelled",
      run: run.id,
      nodes: [...new Set(cancelled.map(({ node }) => node))],
    });
  for (const token of cancelled) release(burst, token);
  return cleared;
}

/** The opener stands in the place of one of the tokens that have come. */
function closeFork(burst: Burst, run: RunState, fork: string, opener: RunToken, at: RunToken): void {
  const cleared = clearFork(burst, run, fork, opener);
  const moved = { ...opener, node: at.node, visit: at.visit, wait: at.wait, since: burst.now };
  const others = cleared.tokens.filter(({ id }) => id !== opener.id);
  setRun(burst, { ...cleared, tokens: [...others, moved] });
}

/** Stops what runs for the items of a loop. */
export function abandonItems(burst: Burst, runId: string, opener: RunToken): void {
  clearFork(burst, runningRun(burst, runId), `${opener.node}:${opener.visit}`, opener);
}

/** Looks at a fork after one of its tokens has come to a join or is gone. */
function settleFork(burst: Burst, runId: string, fork: string): void {
  const run = runningRun(burst, runId);
  const opener = openerOf(run, fork);
  if (opener?.wait?.type !== "fork") return;
  const outcome = forkOutcome(run, fork);
  if (outcome.type === "open") return;
  if (outcome.type === "ended") {
    removeToken(burst, runId, opener);
    return;
  }
  const { at, branches } = outcome;
  closeFork(burst, run, fork, opener, at);
  const errand = { run: runId, token: opener.id };
  if (outcome.type === "joined")
    burst.errands.push({ do: "wake", ...errand, wakeup: { type: "joined", branches } });
  else burst.errands.push({ do: "fail", ...errand, failure: tooFewBranches(branches) });
}

/** Nobody else can come to the join. */
export const tooFewBranches = (branches: readonly string[]) => ({
  code: "join.too-few",
  message: "the other branches have ended, so no more can come: skip to go on with those that have",
  details: { branches },
});

/** Takes a token away that has come to its end, and sees to what it was a branch or an item of. */
export function removeToken(burst: Burst, runId: string, token: RunToken): void {
  const run = runningRun(burst, runId);
  setRun(burst, { ...run, tokens: run.tokens.filter(({ id }) => id !== token.id) });
  for (const entry of token.forks.toReversed()) {
    const fork = forkOfEntry(entry);
    const opener = openerOf(runningRun(burst, runId), fork);
    if (opener?.wait?.type === "items") settleItem(burst, runId, opener, entry);
    else settleFork(burst, runId, fork);
  }
}

/** Begins a loop over items. */
export function openItems(burst: Burst, runId: string, token: RunToken, each: EachItem): void {
  const results = each.items.map(() => null);
  const wait = { type: "items" as const, ...each, started: 0, ended: 0, results };
  hold(burst, runId, token.id, wait);
  const body = targetOf(burst, runningRun(burst, runId), token.node, "body");
  if (each.items.length > 0 && body !== undefined) writePorts(burst, runId, token, ["body"]);
  moreItems(burst, runId, token.id);
}

/** Starts as many items as may run at once, or lets the loop go on when all have ended. */
function moreItems(burst: Burst, runId: string, tokenId: string): void {
  const run = runningRun(burst, runId);
  const token = tokenOf(run, tokenId);
  if (token?.wait?.type !== "items") return;
  const { items, started, ended, concurrency, results } = token.wait;
  if (ended === items.length)
    return void burst.errands.push({
      do: "wake",
      run: runId,
      token: tokenId,
      wakeup: { type: "items", results },
    });
  const until = Math.min(items.length, ended + concurrency);
  if (started >= until) return;
  hold(burst, runId, tokenId, { ...token.wait, started: until });
  for (let index = started; index < until; index += 1) startItem(burst, runId, token, token.wait, index);
}

function startItem(
  burst: Burst,
  runId: string,
  token: RunToken,
  { items, as, indexAs }: ItemsState,
  index: number,
): void {
  const run = runningRun(burst, runId);
  const body = targetOf(burst, run, token.node, "body");
  const entry = `${token.node}:${token.visit}:${index}`;
  const scope = { [as]: items[index] ?? null, [indexAs]: index };
  setRun(burst, { ...run, scopes: { ...run.scopes, [entry]: scope } });
  if (body !== undefined) spawn(burst, runId, token, String(index), body);
  else burst.errands.push({ do: "collect", run: runId, token: token.id, item: entry });
}

/** An item whose last token is gone has ended: what its loop collects of it is kept. */
function settleItem(burst: Burst, runId: string, opener: RunToken, entry: string): void {
  const run = runningRun(burst, runId);
  if (!run.scopes?.[entry] || run.tokens.some(({ forks }) => forks.includes(entry))) return;
  burst.errands.push({ do: "collect", run: runId, token: opener.id, item: entry });
}

/** Writes down what was collected of an item, forgets its variables and starts the next. */
export function endItem(burst: Burst, runId: string, tokenId: string, entry: string, result: Json): void {
  const run = runningRun(burst, runId);
  const token = tokenOf(run, tokenId);
  if (token?.wait?.type !== "items") return;
  const index = Number(branchOfEntry(entry));
  const results = token.wait.results.map((known, at) => (at === index ? result : known));
  setRun(
    burst,
    dropScopes(run, (item) => item === entry),
  );
  hold(burst, runId, tokenId, { ...token.wait, ended: token.wait.ended + 1, results });
  moreItems(burst, runId, tokenId);
}
