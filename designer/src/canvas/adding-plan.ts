/** What adding comes to: into an edge, joined on to a port, or free-standing, and where. */
import type { Position } from "@sluice/schemas";
import {
  cardSize,
  edgeById,
  edgeFrom,
  freePort,
  type Kinds,
  nodeById,
  portsOf,
  sizeOf,
  type WorkflowDocument,
} from "../editor/workflow/model.ts";
import type { Origin } from "../editor/workflow/nodes.ts";
import { freePlace, placeAfter, placeOnEdge } from "../editor/workflow/place.ts";
import type { AddingPlace } from "./adding-context.ts";
import type { PaletteEntry } from "./palette-entries.ts";

export type AddingPlan =
  | ({ readonly edge: string } & ReturnType<typeof placeOnEdge>)
  | { readonly edge?: never; readonly from?: Origin; readonly position: Position };

/** The place with its points turned into the drawing's own. */
export type FlowPlace = Omit<AddingPlace, "at"> & { readonly at?: Position };

const passes = (entry: PaletteEntry): boolean => entry.hasInput && entry.hasOutput;

/** After a node: by its first free port; else between it and what follows; else beside it. */
function afterNode(document: WorkflowDocument, kinds: Kinds, entry: PaletteEntry, id: string): FlowPlace {
  const node = nodeById(document, id);
  if (node === undefined || !entry.hasInput) return {};
  const free = freePort(document, node, kinds);
  if (free) return { from: { source: id, sourcePort: free.id } };
  const [first] = portsOf(node, kinds);
  const edge = first && edgeFrom(document, id, first.id);
  return edge && passes(entry) ? { edge: edge.id } : {};
}

/** Plans it; `centre` is where a node goes that nothing gives a place. */
export function planAdding(
  document: WorkflowDocument,
  kinds: Kinds,
  entry: PaletteEntry,
  place: FlowPlace,
  centre: Position,
): AddingPlan {
  const found =
    place.after === undefined ? place : { ...place, ...afterNode(document, kinds, entry, place.after) };
  const size = sizeOf({ type: entry.kind, config: entry.config }, kinds);
  if (found.edge !== undefined && edgeById(document, found.edge) && passes(entry))
    return { edge: found.edge, ...placeOnEdge(document, kinds, found.edge) };
  const at = found.at && { x: found.at.x - cardSize.width / 2, y: found.at.y - cardSize.head / 2 };
  if (found.from && entry.hasInput)
    return { from: found.from, position: at ?? placeAfter(document, kinds, found.from.source) };
  const beside = place.after === undefined ? undefined : placeAfter(document, kinds, place.after);
  return { position: at ?? freePlace(document, kinds, beside ?? centre, size) };
}
