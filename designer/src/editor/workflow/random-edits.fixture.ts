/** A hand that does anything the editor offers, drawn from numbers: for property tests. */
import type { WorkflowNode } from "@sluice/schemas";
import { align, distribute, moveItems, nudge } from "./arrange.ts";
import { duplicate, partOf, paste } from "./clipboard.ts";
import { setConfig } from "./config.ts";
import { connect, reconnect, removeEdges } from "./connect.ts";
import type { Drafting, WorkflowCommand } from "./drafting.ts";
import { groupNodes, renameGroup, ungroup } from "./groups.ts";
import { portsOf, type WorkflowDocument } from "./model.ts";
import { addNode, addNodeOnEdge, removeAndHeal, removeNodes, renameNode } from "./nodes.ts";
import { addNote, editNote, resizeNote } from "./notes.ts";
import { describeWorkflow, setConcurrency, setVariables } from "./settings.ts";

/** mulberry32: small, fast and the same everywhere. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Hand {
  readonly drafting: Drafting;
  readonly document: WorkflowDocument;
  int(below: number): number;
  pick<T>(items: readonly T[]): T | undefined;
  some(items: readonly { readonly id: string }[]): readonly string[];
}

const branches = (hand: Hand) =>
  Array.from({ length: 1 + hand.int(3) }, () => ({
    id: `b${hand.int(5)}`,
    name: `branch ${hand.int(9)}`,
    when: { fact: "ticket.priority", operator: "equal", value: "P0" },
  }));

const configFor = (hand: Hand, type: string) =>
  type === "branch" ? { branches: branches(hand) } : type === "trigger" ? { on: "ticket.created" } : {};

function newNode(hand: Hand) {
  const kind = hand.pick([...hand.drafting.kinds.keys()]) ?? "end";
  const position = { x: hand.int(2_000), y: hand.int(1_000) };
  return { kind, name: `node ${hand.int(99)}`, position, config: configFor(hand, kind) };
}

const anyNode = (hand: Hand): WorkflowNode | undefined => hand.pick(hand.document.spec.nodes);

function connection(hand: Hand) {
  const source = anyNode(hand);
  const ports = source ? portsOf(source, hand.drafting.kinds) : [];
  return {
    source: source?.id ?? "nobody",
    sourcePort: hand.pick(ports)?.id ?? "nowhere",
    target: anyNode(hand)?.id ?? "nobody",
  };
}

type Move = (hand: Hand) => WorkflowCommand | undefined;

const moves: readonly Move[] = [
  (hand) => addNode(hand.drafting, newNode(hand)).command,
  (hand) => {
    const { source, sourcePort } = connection(hand);
    return addNode(hand.drafting, newNode(hand), { source, sourcePort }).command;
  },
  (hand) => {
    const edge = hand.pick(hand.document.spec.edges);
    const shift = { nodes: new Set(hand.some(hand.document.spec.nodes)), by: hand.int(300) };
    return edge && addNodeOnEdge(hand.drafting, edge.id, newNode(hand), shift).command;
  },
  (hand) => connect(hand.drafting, connection(hand)),
  (hand) => connect(hand.drafting, connection(hand)),
  (hand) => {
    const edge = hand.pick(hand.document.spec.edges);
    return edge && reconnect(hand.drafting, edge.id, connection(hand));
  },
  (hand) => removeEdges(hand.some(hand.document.spec.edges).slice(0, 2)),
  (hand) => removeNodes(hand.some(hand.document.spec.nodes).slice(0, 3)),
  (hand) => removeNodes([], hand.some(hand.document.spec.notes ?? [])),
  (hand) => removeAndHeal(anyNode(hand)?.id ?? "nobody"),
  (hand) => renameNode(anyNode(hand)?.id ?? "nobody", hand.pick(["", "a", "b"]) ?? ""),
  (hand) => {
    const node = anyNode(hand);
    return node && setConfig(hand.drafting, node, configFor(hand, node.type));
  },
  (hand) => {
    const ids = hand.some([...hand.document.spec.nodes, ...(hand.document.spec.notes ?? [])]);
    return moveItems(new Map(ids.map((id) => [id, { x: hand.int(999), y: hand.int(999) }])));
  },
  (hand) => nudge(hand.some(hand.document.spec.nodes), { x: 8, y: -8 }),
  (hand) => align(hand.some(hand.document.spec.nodes), "middle", hand.drafting.kinds),
  (hand) => distribute(hand.some(hand.document.spec.nodes), "y", hand.drafting.kinds),
  (hand) =>
    duplicate(hand.drafting, hand.document, new Set(hand.some(hand.document.spec.nodes).slice(0, 3))).command,
  (hand) => {
    const part = partOf(hand.document, new Set(hand.some(hand.document.spec.nodes).slice(0, 3)));
    return paste(hand.drafting, part, { x: hand.int(999), y: 0 }).command;
  },
  (hand) => addNote(hand.drafting, "a note", { x: hand.int(999), y: 7 }).command,
  (hand) => editNote(hand.pick(hand.document.spec.notes ?? [])?.id ?? "nobody", `text ${hand.int(9)}`),
  (hand) => {
    const note = hand.pick(hand.document.spec.notes ?? [])?.id ?? "nobody";
    return resizeNote(note, { width: 100 + hand.int(200), height: 80 }, { x: 0, y: 0 });
  },
  (hand) => groupNodes(hand.drafting, hand.some(hand.document.spec.nodes), "a group"),
  (hand) => ungroup(hand.some(hand.document.spec.groups ?? [])),
  (hand) => renameGroup(hand.pick(hand.document.spec.groups ?? [])?.id ?? "nobody", `group ${hand.int(9)}`),
  (hand) => setVariables({ [`v${hand.int(4)}`]: { type: "string" } }),
  (hand) => setConcurrency(hand.pick(["skip", "queue", "parallel"] as const) ?? "skip"),
  () => describeWorkflow("what it is for"),
];

/** Anything a hand may do next; some of it will be refused. */
export function anyCommand(
  drafting: Drafting,
  document: WorkflowDocument,
  random: () => number,
): WorkflowCommand | undefined {
  const int = (below: number) => Math.floor(random() * below);
  const pick = <T>(items: readonly T[]) => items[int(items.length)];
  const some = (items: readonly { readonly id: string }[]) => {
    const share = random();
    return items.filter(() => random() < share).map(({ id }) => id);
  };
  return pick(moves)?.({ drafting, document, int, pick, some });
}
