/** A part of a workflow as text: for the clipboard, other tabs, chat and mail. */

import { type Position, parseDocument } from "@sluice/schemas";
import { castDraft } from "immer";
import type { Drafting, WorkflowCommand } from "./drafting.ts";
import { refusal } from "./drafting.ts";
import { onGrid, type WorkflowDocument } from "./model.ts";

/** Nodes with the edges and groups between them, and notes. */
export type WorkflowPart = Pick<WorkflowDocument["spec"], "nodes" | "edges" | "notes" | "groups">;

const mark = "sluice/workflow-part";

/** The chosen items, with every edge and group that lies wholly inside. */
export function partOf({ spec }: WorkflowDocument, items: ReadonlySet<string>): WorkflowPart {
  const nodes = spec.nodes.filter(({ id }) => items.has(id));
  const inside = (id: string) => nodes.some((node) => node.id === id);
  return {
    nodes,
    edges: spec.edges.filter(({ source, target }) => inside(source) && inside(target)),
    notes: (spec.notes ?? []).filter(({ id }) => items.has(id)),
    groups: (spec.groups ?? []).filter((group) => group.nodes.every(inside)),
  };
}

export const isEmptyPart = ({ nodes, notes }: WorkflowPart): boolean =>
  nodes.length === 0 && (notes ?? []).length === 0;

/** JSON that {@link parsePart} reads, in this tab or another. */
export const partText = (part: WorkflowPart): string => JSON.stringify({ format: mark, ...part }, null, 2);

function readJson(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    // Any other text on the clipboard is no part of a workflow.
    return undefined;
  }
}

/** Reads a copied part, or a whole workflow document; `undefined` for anything else. */
export function parsePart(text: string): WorkflowPart | undefined {
  const json = readJson(text);
  if (json === undefined) return undefined;
  const { format, ...part } = json;
  const document =
    format === mark ? { kind: "workflow", key: "part", name: "part", formatVersion: 1, spec: part } : json;
  const parsed = parseDocument(document);
  if (!parsed.ok || parsed.value.kind !== "workflow") return undefined;
  const { nodes, edges, notes = [], groups = [] } = parsed.value.spec;
  return { nodes, edges, notes, groups };
}

/** The corner of everything in a part. */
export function cornerOf({ nodes, notes = [] }: WorkflowPart): Position {
  const places = [...nodes, ...notes].map(({ position }) => ({ x: position?.x ?? 0, y: position?.y ?? 0 }));
  return { x: Math.min(...places.map(({ x }) => x)), y: Math.min(...places.map(({ y }) => y)) };
}

/** The part under new ids, with its corner at `corner`; edges to what is not in it are left out. */
function renewed({ ids }: Drafting, part: WorkflowPart, corner: Position): WorkflowPart {
  const from = cornerOf(part);
  const moved = (position: Partial<Position> | undefined) =>
    onGrid({ x: (position?.x ?? 0) - from.x + corner.x, y: (position?.y ?? 0) - from.y + corner.y });
  const renamed = new Map(part.nodes.map(({ id }) => [id, ids.next("n")]));
  const now = (id: string) => renamed.get(id) ?? "";
  return structuredClone({
    nodes: part.nodes.map((node) => ({ ...node, id: now(node.id), position: moved(node.position) })),
    edges: part.edges
      .filter(({ source, target }) => renamed.has(source) && renamed.has(target))
      .map((edge) => ({ ...edge, id: ids.next("e"), source: now(edge.source), target: now(edge.target) })),
    notes: (part.notes ?? []).map((note) => ({ ...note, id: ids.next("t"), position: moved(note.position) })),
    groups: (part.groups ?? []).map((group) => ({
      ...group,
      id: ids.next("g"),
      nodes: group.nodes.filter((id) => renamed.has(id)).map(now),
    })),
  });
}

/** Pastes a part with its corner at a place; answers with the ids of what it adds. */
export function paste(
  drafting: Drafting,
  part: WorkflowPart,
  corner: Position,
  label: "workflow.commands.paste" | "workflow.commands.duplicate" = "workflow.commands.paste",
): { readonly items: readonly string[]; readonly command: WorkflowCommand } {
  const { nodes, edges, notes = [], groups = [] } = renewed(drafting, part, corner);
  const items = [...nodes, ...notes].map(({ id }) => id);
  const command: WorkflowCommand = {
    label: { key: label, values: { count: items.length } },
    refuse: () => (items.length === 0 ? refusal("workflow.refusals.needsOne") : undefined),
    apply({ spec }) {
      spec.nodes.push(...castDraft(structuredClone(nodes)));
      spec.edges.push(...structuredClone(edges));
      if (notes.length > 0) spec.notes = [...(spec.notes ?? []), ...structuredClone(notes)];
      if (groups.length > 0) spec.groups = [...(spec.groups ?? []), ...structuredClone(groups)];
    },
  };
  return { items, command };
}

/** A copy of items beside them. */
export function duplicate(drafting: Drafting, document: WorkflowDocument, items: ReadonlySet<string>) {
  const part = partOf(document, items);
  const corner = cornerOf(part);
  return paste(drafting, part, { x: corner.x + 32, y: corner.y + 32 }, "workflow.commands.duplicate");
}
