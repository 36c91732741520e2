/** The workflow as the editor sees it: nodes with the ports that their kind and config give them, and their size. */
import type {
  Catalog,
  Label,
  NodeKindDefinition,
  PortDefinition,
  Position,
  SluiceDocument,
  WorkflowEdge,
  WorkflowNode,
} from "@sluice/schemas";

export type WorkflowDocument = SluiceDocument<"workflow">;
export type WorkflowNote = NonNullable<WorkflowDocument["spec"]["notes"]>[number];
export type WorkflowGroup = NonNullable<WorkflowDocument["spec"]["groups"]>[number];

/** Kind id → what the catalog says of it. */
export type Kinds = ReadonlyMap<string, NodeKindDefinition>;

export const kindsOf = (catalog: Pick<Catalog, "nodeKinds">): Kinds =>
  new Map(catalog.nodeKinds.map((definition) => [definition.kind, definition]));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** An item of a list of ports, as far as it is filled in. */
function toPort(item: unknown): PortDefinition[] {
  if (!isRecord(item) || typeof item.id !== "string") return [];
  const name = typeof item.name === "string" && item.name !== "" ? item.name : item.id;
  return [{ id: item.id, label: { zh: name, en: name } }];
}

/** The ports of a node: those its config names, in their order, then the fixed ones. None for an unknown kind. */
export function portsOf(
  node: Pick<WorkflowNode, "type" | "config">,
  kinds: Kinds,
): readonly PortDefinition[] {
  const definition = kinds.get(node.type);
  if (definition === undefined) return [];
  const { dynamicPorts, ports } = definition;
  const items: unknown = dynamicPorts === undefined ? undefined : node.config?.[dynamicPorts];
  return Array.isArray(items) ? [...items.flatMap(toPort), ...ports] : ports;
}

export const nodeById = (document: WorkflowDocument, id: string): WorkflowNode | undefined =>
  document.spec.nodes.find((node) => node.id === id);

export const edgeById = (document: WorkflowDocument, id: string): WorkflowEdge | undefined =>
  document.spec.edges.find((edge) => edge.id === id);

/** The edge that leaves by a port; there is at most one. */
export const edgeFrom = (
  document: WorkflowDocument,
  source: string,
  port: string,
): WorkflowEdge | undefined =>
  document.spec.edges.find((edge) => edge.source === source && edge.sourcePort === port);

/** The first port that nothing leaves by yet. */
export const freePort = (
  document: WorkflowDocument,
  node: WorkflowNode,
  kinds: Kinds,
): PortDefinition | undefined =>
  portsOf(node, kinds).find(({ id }) => edgeFrom(document, node.id, id) === undefined);

/** What a node is called when nobody named it: its kind. */
export function nodeName(node: Pick<WorkflowNode, "type" | "name">, kinds: Kinds, language: string): string {
  if (node.name !== undefined && node.name !== "") return node.name;
  const label: Label | undefined = kinds.get(node.type)?.label;
  if (label === undefined) return node.type;
  return language.startsWith("zh") ? label.zh : label.en;
}

/** Pixels; the cards' style sheet repeats them, so that layout and edges need not wait for a browser's measuring. */
export const cardSize = { width: 208, head: 60, port: 22, ports: 6 } as const;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A lone way on needs no row of its own: it leaves beside the name. */
export const showsPortRows = (ports: readonly PortDefinition[]): boolean => ports.length > 1;

export function sizeOf(node: Pick<WorkflowNode, "type" | "config">, kinds: Kinds): Size {
  const ports = portsOf(node, kinds);
  const rows = showsPortRows(ports) ? cardSize.ports + ports.length * cardSize.port : 0;
  return { width: cardSize.width, height: cardSize.head + rows };
}

/** How far below the card's top a port's middle is. */
export function portHeight(index: number, count: number): number {
  return count > 1
    ? cardSize.head + cardSize.ports / 2 + index * cardSize.port + cardSize.port / 2
    : cardSize.head / 2;
}

export const noteSize: Size = { width: 208, height: 104 };

/** A place on the 8 px grid. */
export const onGrid = ({ x, y }: Position): Position => ({
  x: Math.round(x / 8) * 8 || 0,
  y: Math.round(y / 8) * 8 || 0,
});
