/**
 * Moving an open run to another revision of its workflow. Every node that it stands on or is inside of must have one to
 * take its place: of the same kind, so that what it waits for means the same, and with the ways out that an open task offers.
 */
import type { RunState, RunToken, TaskState } from "../state/ticket-state.ts";
import type { CompiledWorkflow } from "./compile-workflow.ts";

/** Old node → new node; a node that is not named keeps its id. */
export type NodeMapping = { readonly [node: string]: string };

/** A node of the old revision that has nothing to take its place. */
export interface UnmappedNode {
  readonly node: string;
  /** What it maps to, by name or by the mapping. */
  readonly target: string;
  readonly reason: "missing" | "kind" | "outcomes" | "fork";
}

export type Migration =
  | { readonly ok: true; readonly run: RunState }
  | { readonly ok: false; readonly unmapped: readonly UnmappedNode[] };

const isOwn = (mapping: NodeMapping, node: string): boolean => Object.hasOwn(mapping, node);

const targetOf = (mapping: NodeMapping, node: string): string =>
  isOwn(mapping, node) ? (mapping[node] ?? node) : node;

const nodeOfEntry = (entry: string): string => entry.slice(0, entry.indexOf(":"));

/** `node:visit:branch` and `node:visit` with the node that took its place. */
const mappedEntry = (mapping: NodeMapping, entry: string): string => {
  const node = nodeOfEntry(entry);
  return targetOf(mapping, node) + entry.slice(node.length);
};

const kindOf = (workflow: CompiledWorkflow, node: string): string | undefined =>
  workflow.node(node)?.source.type;

/** The nodes that a token stands on or is inside of. */
const nodesOf = ({ node, forks }: RunToken): readonly string[] => [node, ...forks.map(nodeOfEntry)];

function offersAll(workflow: CompiledWorkflow, node: string, task: TaskState | undefined): boolean {
  const outcomes = (workflow.node(node)?.source.config?.outcomes ?? []) as readonly { readonly id: string }[];
  return (task?.outcomes ?? []).every(({ id }) => outcomes.some((outcome) => outcome.id === id));
}

function faultsOf(
  token: RunToken,
  from: CompiledWorkflow,
  to: CompiledWorkflow,
  mapping: NodeMapping,
  tasks: readonly TaskState[],
): readonly UnmappedNode[] {
  const fault = (node: string, reason: UnmappedNode["reason"]): UnmappedNode => ({
    ...{ node, target: targetOf(mapping, node), reason },
  });
  const kinds = nodesOf(token).flatMap((node) => {
    const kind = kindOf(to, targetOf(mapping, node));
    if (kind === undefined) return [fault(node, "missing")];
    return kind === kindOf(from, node) ? [] : [fault(node, "kind")];
  });
  if (kinds.length > 0) return kinds;
  const target = targetOf(mapping, token.node);
  const { wait } = token;
  const task = wait?.type === "task" ? tasks.find(({ id }) => id === wait.task) : undefined;
  if (!offersAll(to, target, task)) return [fault(token.node, "outcomes")];
  const fork = wait?.type === "join" ? to.forkOf(target) : undefined;
  return wait?.type === "join" && fork !== targetOf(mapping, nodeOfEntry(wait.fork))
    ? [fault(token.node, "fork")]
    : [];
}

function movedToken(token: RunToken, mapping: NodeMapping): RunToken {
  const { wait } = token;
  return {
    ...token,
    node: targetOf(mapping, token.node),
    forks: token.forks.map((entry) => mappedEntry(mapping, entry)),
    wait: wait?.type === "join" ? { ...wait, fork: mappedEntry(mapping, wait.fork) } : wait,
  };
}

/** Visits go on counting: an idempotency key of the new node is never one that was used. */
function movedVisits(visits: RunState["visits"], mapping: NodeMapping): RunState["visits"] {
  const moved: Record<string, number> = { ...visits };
  for (const [node, count] of Object.entries(visits)) {
    const target = targetOf(mapping, node);
    moved[target] = Math.max(moved[target] ?? 0, count);
  }
  return moved;
}

const unique = (faults: readonly UnmappedNode[]): readonly UnmappedNode[] => [
  ...new Map(faults.map((fault) => [`${fault.node} ${fault.reason}`, fault])).values(),
];

/** The run as it would stand in `to`, or what keeps it from there. Its path stays: it is what happened. */
export function migrateRun(
  run: RunState,
  from: CompiledWorkflow,
  to: CompiledWorkflow,
  mapping: NodeMapping,
  tasks: readonly TaskState[],
): Migration {
  const unmapped = unique(run.tokens.flatMap((token) => faultsOf(token, from, to, mapping, tasks)));
  if (unmapped.length > 0) return { ok: false, unmapped };
  const scopes = Object.entries(run.scopes ?? {}).map(([item, vars]) => [mappedEntry(mapping, item), vars]);
  return {
    ok: true,
    run: {
      ...run,
      workflow: to.ref,
      vars: { ...to.variables, ...run.vars },
      ...(run.scopes ? { scopes: Object.fromEntries(scopes) } : {}),
      tokens: run.tokens.map((token) => movedToken(token, mapping)),
      visits: movedVisits(run.visits, mapping),
    },
  };
}
