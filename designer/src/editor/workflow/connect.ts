/** Which edges may be drawn, and the commands that draw and remove them. */
import type { WorkflowEdge } from "@sluice/schemas";
import type { Refusal } from "../command.ts";
import { type Drafting, refusal, type WorkflowCommand } from "./drafting.ts";
import { edgeById, edgeFrom, type Kinds, nodeById, portsOf, type WorkflowDocument } from "./model.ts";

/** An edge that somebody is about to draw. */
export interface Connection {
  readonly source: string;
  readonly sourcePort: string;
  readonly target: string;
}

function endsRefusal(document: WorkflowDocument, kinds: Kinds, connection: Connection): Refusal | undefined {
  const source = nodeById(document, connection.source);
  const target = nodeById(document, connection.target);
  if (source === undefined || target === undefined) return refusal("workflow.refusals.gone");
  if (source === target) return refusal("workflow.refusals.self");
  if (kinds.get(target.type)?.hasInput === false) return refusal("workflow.refusals.noInput");
  if (!portsOf(source, kinds).some(({ id }) => id === connection.sourcePort))
    return refusal("workflow.refusals.unknownPort", { port: connection.sourcePort });
  return undefined;
}

/** Why the edge cannot be drawn; `replaced` is the edge it takes the place of. */
export function connectionRefusal(
  document: WorkflowDocument,
  kinds: Kinds,
  connection: Connection,
  replaced?: string,
): Refusal | undefined {
  const ends = endsRefusal(document, kinds, connection);
  if (ends) return ends;
  const present = edgeFrom(document, connection.source, connection.sourcePort);
  if (present === undefined || present.id === replaced) return undefined;
  return refusal(
    present.target === connection.target ? "workflow.refusals.duplicate" : "workflow.refusals.portTaken",
  );
}

/** Draws an edge from a port to a node. */
export function connect({ kinds, ids }: Drafting, connection: Connection): WorkflowCommand {
  const edge: WorkflowEdge = { id: ids.next("e"), ...connection };
  return {
    label: { key: "workflow.commands.connect" },
    refuse: (document) => connectionRefusal(document, kinds, connection),
    apply: ({ spec }) => void spec.edges.push({ ...edge }),
  };
}

/** Gives an edge other ends; it stays the same edge. */
export function reconnect({ kinds }: Drafting, edge: string, connection: Connection): WorkflowCommand {
  return {
    label: { key: "workflow.commands.reconnect" },
    refuse: (document) =>
      edgeById(document, edge) === undefined
        ? refusal("workflow.refusals.gone")
        : connectionRefusal(document, kinds, connection, edge),
    apply({ spec }) {
      const moved = spec.edges.find(({ id }) => id === edge);
      if (moved) Object.assign(moved, connection);
    },
  };
}

/** Removes edges; the nodes stay. */
export function removeEdges(edges: readonly string[]): WorkflowCommand {
  return {
    label: { key: "workflow.commands.removeEdges", values: { count: edges.length } },
    apply({ spec }) {
      spec.edges = spec.edges.filter(({ id }) => !edges.includes(id));
    },
  };
}
