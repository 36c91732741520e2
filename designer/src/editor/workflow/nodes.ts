/** Commands that add, remove and change nodes. */

import type { Json, Position, WorkflowNode } from "@sluice/schemas";
import { castDraft } from "immer";
import { connectionRefusal } from "./connect.ts";
import { type Drafting, refusal, type WorkflowCommand, type WorkflowDraft } from "./drafting.ts";
import { edgesIn } from "./graph.ts";
import { edgeById, type Kinds, nodeById, onGrid, portsOf, type WorkflowDocument } from "./model.ts";

/** A node that somebody is about to add. */
export interface NewNode {
  readonly kind: string;
  readonly name: string;
  readonly position: Position;
  readonly config: Readonly<Record<string, Json>>;
}

/** A command that makes a node, and the id it will have. */
export interface Adding {
  readonly id: string;
  readonly command: WorkflowCommand;
}

const toNode = (id: string, { kind, name, position, config }: NewNode): WorkflowNode => ({
  id,
  type: kind,
  name,
  position: onGrid(position),
  config: structuredClone(config) as Record<string, Json>,
});

/** The edge to a new node is held to the same rule as any other: the node is asked about as if it were there. */
function withNode(document: WorkflowDocument, node: WorkflowNode): WorkflowDocument {
  return { ...document, spec: { ...document.spec, nodes: [...document.spec.nodes, node] } };
}

/** Where a new node is joined on: a port that leads to it. */
export interface Origin {
  readonly source: string;
  readonly sourcePort: string;
}

/** Adds a node, joined on to a port when one is given. */
export function addNode({ kinds, ids }: Drafting, added: NewNode, from?: Origin): Adding {
  const node = toNode(ids.next("n"), added);
  const edge = from && { id: ids.next("e"), ...from, target: node.id };
  const command: WorkflowCommand = {
    label: { key: "workflow.commands.addNode", values: { name: added.name } },
    refuse(document) {
      if (!kinds.has(added.kind)) return refusal("workflow.refusals.unknownKind", { kind: added.kind });
      return edge && connectionRefusal(withNode(document, node), kinds, edge);
    },
    apply({ spec }) {
      spec.nodes.push(castDraft(structuredClone(node)));
      if (edge) spec.edges.push({ ...edge });
    },
  };
  return { id: node.id, command };
}

/** The port by which a node inserted on an edge goes on to where the edge led. */
export const passingPort = (node: Pick<WorkflowNode, "type" | "config">, kinds: Kinds): string | undefined =>
  portsOf(node, kinds)[0]?.id;

/** Why a kind cannot be dropped on an edge. */
export function insertionRefusal(document: WorkflowDocument, kinds: Kinds, edge: string, added: NewNode) {
  const definition = kinds.get(added.kind);
  if (definition === undefined) return refusal("workflow.refusals.unknownKind", { kind: added.kind });
  if (edgeById(document, edge) === undefined) return refusal("workflow.refusals.gone");
  const passes = definition.hasInput && passingPort({ type: added.kind, config: added.config }, kinds);
  return passes ? undefined : refusal("workflow.refusals.noPassage");
}

/** Moves what follows to the right, so that a card of `width` fits before it. */
function makeRoom({ spec }: WorkflowDraft, follows: ReadonlySet<string>, by: number): void {
  if (by <= 0) return;
  for (const node of spec.nodes)
    if (follows.has(node.id) && node.position) node.position.x += Math.ceil(by / 8) * 8;
}

/** Inserts a node into an edge; `shift` says how far which nodes make room for it. */
export function addNodeOnEdge(
  { kinds, ids }: Drafting,
  edge: string,
  added: NewNode,
  shift?: { readonly nodes: ReadonlySet<string>; readonly by: number },
): Adding {
  const node = toNode(ids.next("n"), added);
  const onward = ids.next("e");
  const command: WorkflowCommand = {
    label: { key: "workflow.commands.insertNode", values: { name: added.name } },
    refuse: (document) => insertionRefusal(document, kinds, edge, added),
    apply(draft) {
      const split = draft.spec.edges.find(({ id }) => id === edge);
      const port = passingPort(node, kinds);
      if (split === undefined || port === undefined) return;
      if (shift) makeRoom(draft, shift.nodes, shift.by);
      draft.spec.nodes.push(castDraft(structuredClone(node)));
      draft.spec.edges.push({ id: onward, source: node.id, sourcePort: port, target: split.target });
      split.target = node.id;
    },
  };
  return { id: node.id, command };
}

/** Takes nodes out of their groups; a group that is left empty goes too. */
export function leaveGroups({ spec }: WorkflowDraft, nodes: ReadonlySet<string>): void {
  if (spec.groups === undefined) return;
  for (const group of spec.groups)
    if (group.nodes.some((id) => nodes.has(id))) group.nodes = group.nodes.filter((id) => !nodes.has(id));
  if (spec.groups.some((group) => group.nodes.length === 0))
    spec.groups = spec.groups.filter((group) => group.nodes.length > 0);
}

function dropNodes(draft: WorkflowDraft, nodes: ReadonlySet<string>): void {
  const { spec } = draft;
  spec.nodes = spec.nodes.filter(({ id }) => !nodes.has(id));
  spec.edges = spec.edges.filter(({ source, target }) => !nodes.has(source) && !nodes.has(target));
  leaveGroups(draft, nodes);
}

/** Removes nodes with their edges, and notes. */
export function removeNodes(nodes: readonly string[], notes: readonly string[] = []): WorkflowCommand {
  return {
    label: { key: "workflow.commands.removeNodes", values: { count: nodes.length + notes.length } },
    apply(draft) {
      dropNodes(draft, new Set(nodes));
      const { spec } = draft;
      if (spec.notes && notes.length > 0) spec.notes = spec.notes.filter(({ id }) => !notes.includes(id));
    },
  };
}

/** Removes a node and joins the edge that led to it to where it led on. */
export function removeAndHeal(node: string): WorkflowCommand {
  return {
    label: { key: "workflow.commands.removeAndHeal" },
    refuse(document) {
      const ins = edgesIn(document, node);
      const outs = document.spec.edges.filter(({ source }) => source === node);
      if (nodeById(document, node) === undefined) return refusal("workflow.refusals.gone");
      if (ins.length !== 1 || outs.length !== 1) return refusal("workflow.refusals.notBetweenTwo");
      return ins[0]?.source === outs[0]?.target ? refusal("workflow.refusals.self") : undefined;
    },
    apply(draft) {
      const { edges } = draft.spec;
      const before = edges.find(({ target }) => target === node);
      const after = edges.find(({ source }) => source === node);
      if (before && after) before.target = after.target;
      dropNodes(draft, new Set([node]));
    },
  };
}

/** Gives a node a name of its own; an empty one falls back to its kind's. */
export function renameNode(node: string, name: string): WorkflowCommand {
  return {
    label: { key: "workflow.commands.renameNode", values: { name } },
    mergeKey: `name:${node}`,
    apply({ spec }) {
      const renamed = spec.nodes.find(({ id }) => id === node);
      if (renamed === undefined) return;
      if (name === "") delete renamed.name;
      else renamed.name = name;
    },
  };
}
