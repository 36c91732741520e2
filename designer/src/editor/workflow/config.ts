/** The command that changes a node's config, and with it the ports that the config names. */

import type { Json, WorkflowNode } from "@sluice/schemas";
import { castDraft } from "immer";
import { type Drafting, refusal, type WorkflowCommand } from "./drafting.ts";
import { type Kinds, nodeById, portsOf } from "./model.ts";

type Config = Readonly<Record<string, Json>>;

/** The fields in which two configs differ. */
function changedFields(before: Config, after: Config): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/**
 * Old port → the port it has become. A port whose id alone was edited keeps its edge: as many ports as before, and
 * exactly one of them new.
 */
function portMoves(
  before: WorkflowNode,
  after: WorkflowNode,
  kinds: Kinds,
): ReadonlyMap<string, string | null> {
  const old = portsOf(before, kinds).map(({ id }) => id);
  const now = portsOf(after, kinds).map(({ id }) => id);
  const gone = old.filter((id) => !now.includes(id));
  const [born, ...others] = now.filter((id) => !old.includes(id));
  const isRename =
    gone.length === 1 && others.length === 0 && born !== undefined && old.length === now.length;
  return new Map(gone.map((id) => [id, isRename ? born : null]));
}

/** Replaces a node's config. A port that its config no longer names takes its edge with it. */
export function setConfig({ kinds }: Drafting, node: WorkflowNode, config: Config): WorkflowCommand {
  const after = { ...node, config: config as Record<string, Json> };
  const moves = portMoves(node, after, kinds);
  return {
    label: { key: "workflow.commands.setConfig", values: { name: node.name ?? node.type } },
    mergeKey: `config:${node.id}:${changedFields(node.config ?? {}, config).join(",")}`,
    refuse: (document) =>
      nodeById(document, node.id) === undefined ? refusal("workflow.refusals.gone") : undefined,
    apply({ spec }) {
      const changed = spec.nodes.find(({ id }) => id === node.id);
      if (changed === undefined) return;
      changed.config = castDraft(structuredClone(config) as Record<string, Json>);
      spec.edges = spec.edges.filter(
        (edge) => edge.source !== node.id || moves.get(edge.sourcePort) !== null,
      );
      for (const edge of spec.edges)
        if (edge.source === node.id) edge.sourcePort = moves.get(edge.sourcePort) ?? edge.sourcePort;
    },
  };
}
