/** Where a burst keeps its runs and their tokens: reading them and writing new versions, without moving anything. */
import type { Json } from "@sluice/schemas";
import { EngineError } from "../errors.ts";
import type { Origin } from "../state/events.ts";
import type { PathEntry, RunState, RunToken, TokenWait } from "../state/ticket-state.ts";
import type { Burst } from "./burst.ts";

/** Ended runs keep at most this much of their path: a loop over months must not grow the ticket for ever. */
const maxPath = 500;

/** Stores a new version of a run and remembers that this step touched it. */
export function setRun(burst: Burst, run: RunState): RunState {
  burst.runs.set(run.id, run);
  burst.touchedRuns.add(run.id);
  return run;
}

/** The run of that id. @throws EngineError `run.unknown`. */
export function runningRun(burst: Burst, id: string): RunState {
  const run = burst.runs.get(id);
  if (!run) throw new EngineError("run.unknown", `there is no active run ${id} on this ticket`, { run: id });
  return run;
}

export const tokenOf = (run: RunState, id: string): RunToken | undefined =>
  run.tokens.find((token) => token.id === id);

/** What the changes that a run makes are marked with. */
export const originOf = (run: RunState): Origin => ({
  workflow: run.workflow.key,
  level: run.level + 1,
  ...(run.callers && run.callers.length > 0 ? { callers: run.callers } : {}),
});

/** True when the workflow caused it, itself or through one that it called. */
export const isCausedBy = (origin: Origin | null, workflow: string): boolean =>
  origin !== null && (origin.workflow === workflow || (origin.callers ?? []).includes(workflow));

const bounded = (path: readonly PathEntry[]): readonly PathEntry[] =>
  path.length > maxPath ? path.slice(-maxPath) : path;

/** Puts a token on its node: counts the visit and writes the path. */
export function enter(burst: Burst, runId: string, token: RunToken): RunToken {
  const run = runningRun(burst, runId);
  const visit = (run.visits[token.node] ?? 0) + 1;
  const entered = { ...token, visit, wait: null, since: burst.now };
  const path = [...run.path, { node: token.node, visit, at: burst.now, port: null }];
  setRun(burst, {
    ...run,
    path: bounded(path),
    visits: { ...run.visits, [token.node]: visit },
    tokens: [...run.tokens.filter(({ id }) => id !== token.id), entered],
  });
  return entered;
}

/** Writes by which ports a token left its node; a node that left before by another port is on the path again. */
export function writePorts(burst: Burst, runId: string, token: RunToken, ports: readonly string[]): void {
  const run = runningRun(burst, runId);
  const { node, visit } = token;
  const isOpen = (entry: PathEntry) => entry.node === node && entry.visit === visit && entry.port === null;
  const left = (at: number) => ports.map((port) => ({ node, visit, at, port }));
  const path = run.path.some(isOpen)
    ? run.path.flatMap((entry) => (isOpen(entry) ? left(entry.at) : [entry]))
    : [...run.path, ...left(burst.now)];
  setRun(burst, { ...run, path: bounded(path) });
}

/** Makes a token wait. */
export function hold(burst: Burst, runId: string, tokenId: string, wait: TokenWait | null): void {
  const run = runningRun(burst, runId);
  const tokens = run.tokens.map((token) => (token.id === tokenId ? { ...token, wait } : token));
  setRun(burst, { ...run, tokens });
  if (wait?.type === "event") burst.tooEarly.set(tokenId, new Set(burst.signals));
}

type Variables = { readonly [name: string]: Json };

/** The variables that a token sees: the run's, and over them those of the items that it is inside of. */
export function variablesOf({ vars, scopes }: RunState, { forks }: Pick<RunToken, "forks">): Variables {
  const own = scopes ? forks.flatMap((fork) => scopes[fork] ?? []) : [];
  return own.length === 0 ? vars : Object.assign({}, vars, ...own);
}

/** Sets variables where the token is: of its item inside a foreach, else of the run. */
export function setVariables(burst: Burst, runId: string, token: RunToken, values: Variables): void {
  const run = burst.runs.get(runId);
  if (!run) return;
  const item = token.forks.findLast((fork) => run.scopes?.[fork]);
  if (item === undefined) setRun(burst, { ...run, vars: { ...run.vars, ...values } });
  else setRun(burst, { ...run, scopes: { ...run.scopes, [item]: { ...run.scopes?.[item], ...values } } });
}

/** Forgets the variables of items; a run without any has no `scopes`. */
export function dropScopes(run: RunState, isGone: (item: string) => boolean): RunState {
  if (!run.scopes) return run;
  const left = Object.entries(run.scopes).filter(([item]) => !isGone(item));
  const { scopes: _, ...rest } = run;
  return left.length === 0 ? rest : { ...rest, scopes: Object.fromEntries(left) };
}

/** The waiting tokens of all active runs, oldest run first. */
export const waitingTokens = (
  burst: Burst,
): readonly { readonly run: RunState; readonly token: RunToken; readonly wait: TokenWait }[] =>
  [...burst.runs.values()]
    .filter((run) => run.status === "active")
    .flatMap((run) => run.tokens.flatMap((token) => (token.wait ? [{ run, token, wait: token.wait }] : [])));
