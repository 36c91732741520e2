/**
 * What becomes of a fork, read from where its tokens are. A branch has come when all of its tokens that are left wait
 * at the join; one whose tokens are gone is not waited for. Nothing is moved here: `runs.ts` does what the answer says.
 */
import type { RunState, RunToken, TokenWait } from "../state/ticket-state.ts";

type JoinWait = TokenWait & { readonly type: "join" };

export type ForkOutcome =
  | { readonly type: "open" }
  /** No branch is left, and none has come to a join. */
  | { readonly type: "ended" }
  | { readonly type: "joined"; readonly at: RunToken; readonly branches: readonly string[] }
  /** Nobody can come any more, and too few have. */
  | { readonly type: "too-few"; readonly at: RunToken; readonly branches: readonly string[] };

/** `<node>:<visit>` of an entry of `forks`. */
export const forkOfEntry = (entry: string): string => entry.slice(0, entry.lastIndexOf(":"));

/** The branch or index of an entry of `forks`. */
export const branchOfEntry = (entry: string): string => entry.slice(entry.lastIndexOf(":") + 1);

const entryIn = ({ forks }: RunToken, fork: string): number =>
  forks.findIndex((entry) => forkOfEntry(entry) === fork);

/** The tokens inside of a fork, at any depth. */
export const membersOf = (run: RunState, fork: string): readonly RunToken[] =>
  run.tokens.filter((token) => entryIn(token, fork) !== -1);

/** The fork of a node that a token is inside of, the innermost one, or `undefined`. */
export const innermostFork = ({ forks }: RunToken, node: string): string | undefined => {
  const entry = forks.findLast((item) => item.startsWith(`${node}:`));
  return entry === undefined ? undefined : forkOfEntry(entry);
};

/** The token that opened the fork. */
export const openerOf = (run: RunState, fork: string): RunToken | undefined =>
  run.tokens.find(
    ({ node, visit, wait }) =>
      (wait?.type === "fork" || wait?.type === "items") && `${node}:${visit}` === fork,
  );

const isAt = (token: RunToken, fork: string): token is RunToken & { readonly wait: JoinWait } =>
  token.wait?.type === "join" && token.wait.fork === fork;

/** True while a token may still come to a join of the fork. An opener comes through those that it has opened. */
function mayCome(token: RunToken, fork: string): boolean {
  if (token.wait?.type === "fork") return false;
  if (token.wait?.type !== "join") return true;
  // One that waits for an outer fork has passed this one by.
  return entryIn(token, token.wait.fork) > entryIn(token, fork);
}

const branchesOf = (tokens: readonly RunToken[], fork: string): ReadonlySet<string> =>
  new Set(tokens.map((token) => branchOfEntry(token.forks[entryIn(token, fork)] ?? "")));

/** What is to be done about a fork now. */
export function forkOutcome(run: RunState, fork: string): ForkOutcome {
  const members = membersOf(run, fork);
  if (members.length === 0) return { type: "ended" };
  const waiting = members.filter((token) => isAt(token, fork));
  const coming = members.filter((token) => mayCome(token, fork));
  const late = branchesOf(coming, fork);
  const joins = [...new Set(waiting.map(({ node }) => node))];
  for (const join of joins) {
    const here = waiting.filter(({ node }) => node === join);
    const branches = [...branchesOf(here, fork)].filter((branch) => !late.has(branch));
    const at = here.at(-1) as RunToken & { readonly wait: JoinWait };
    const { needed } = at.wait;
    if (needed === "all" ? coming.length === 0 : branches.length >= needed)
      return { type: "joined", at, branches };
    if (coming.length === 0 && join === joins.at(-1)) return { type: "too-few", at, branches };
  }
  return { type: "open" };
}
