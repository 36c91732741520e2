/** The lines of what a hand holds, drawn apart from all others: only they change while it moves. */
import type { WorkflowEdge } from "@sluice/schemas";
import { getSmoothStepPath, Position, ViewportPortal } from "@xyflow/react";
import { memo, useMemo } from "react";
import { endsOf } from "./draw-lines.ts";
import type { CardNode, Drawing, LineEdge } from "./drawing-model.ts";
import styles from "./edge.module.css";
import { useCanvas, useEditor } from "./editor-context.ts";
import { type HeldPlace, shiftOf } from "./hand.ts";
import { pathOf } from "./route-edge.ts";
import { useStored } from "./store.ts";
import { useWorkflowTrial } from "./trial-context.ts";

export const HeldLines = memo(function HeldLines({ drawing }: { drawing: Drawing }) {
  const held = useCanvas((state) => state.held);
  return held.size === 0 ? null : <Lines drawing={drawing} held={held} />;
});

function Lines({ drawing, held }: { drawing: Drawing; held: ReadonlySet<string> }) {
  const { hand, drafting } = useEditor();
  const places = useStored(hand, (state) => state.places);
  const trial = useWorkflowTrial();
  const lines = useMemo(
    () => drawing.edges.filter(({ source, target }) => held.has(source) || held.has(target)),
    [drawing, held],
  );
  const cards = useMemo(() => cardsAt(drawing, lines), [drawing, lines]);
  const pathAt = (line: LineEdge): string => {
    const { source, target, data } = line;
    const [from, to] = [places.get(source), places.get(target)];
    if (from && to) return shifted(line, cards.get(source), from);
    return data ? loosePath(data.edge, standing(cards, { [source]: from, [target]: to })) : "";
  };
  const loosePath = (edge: WorkflowEdge, at: ReadonlyMap<string, CardNode>): string => {
    const ends = endsOf(edge, at, drafting.kinds);
    if (ends === undefined) return "";
    const [path] = getSmoothStepPath({
      sourceX: ends.from.x,
      sourceY: ends.from.y,
      targetX: ends.to.x,
      targetY: ends.to.y,
      sourcePosition: Position.Right,
      targetPosition: Position.Left,
      borderRadius: 8,
    });
    return path;
  };
  return (
    <ViewportPortal>
      <svg className={styles.held} aria-hidden="true">
        {lines.map((line) => {
          const state = trial === null ? "plain" : trial.edges.includes(line.id) ? "chosen" : "untaken";
          return (
            <g key={line.id} className={styles.line} data-state={state}>
              <path className="react-flow__edge-path" d={pathAt(line)} markerEnd={`url(#arrow-${state})`} />
            </g>
          );
        })}
      </svg>
    </ViewportPortal>
  );
}

/** The cards at the ends of some lines. */
function cardsAt({ nodes }: Drawing, lines: readonly LineEdge[]): ReadonlyMap<string, CardNode> {
  const ends = new Set(lines.flatMap(({ source, target }) => [source, target]));
  const cards = nodes.filter((node): node is CardNode => node.type === "card" && ends.has(node.id));
  return new Map(cards.map((card) => [card.id, card]));
}

/** The cards with those in hand where the hand has them. */
function standing(
  cards: ReadonlyMap<string, CardNode>,
  held: Readonly<Record<string, HeldPlace | undefined>>,
): ReadonlyMap<string, CardNode> {
  const pairs = Object.entries(held).flatMap(([id, place]) => {
    const card = cards.get(id);
    return card ? [[id, place ? { ...card, position: place.to } : card] as const] : [];
  });
  return new Map(pairs);
}

/** A line with both ends in hand keeps its way and goes along. */
function shifted({ data }: LineEdge, card: CardNode | undefined, place: HeldPlace): string {
  const by = shiftOf({ from: card?.position ?? place.from, to: place.to });
  return pathOf((data?.points ?? []).map(({ x, y }) => ({ x: x + by.x, y: y + by.y })));
}
