/**
 * What a hand holds while it moves. Its places stand beside React Flow's own state until the drop: a move then touches
 * the held cards and their lines, and none of the hundreds of others is asked whether it has changed.
 */
import type { Position } from "@sluice/schemas";
import type { NodeChange } from "@xyflow/react";
import type { CanvasNode } from "./drawing-model.ts";
import type { Store } from "./store.ts";

/** Where React Flow has drawn a card, and where the hand has it. */
export interface HeldPlace {
  readonly from: Position;
  readonly to: Position;
}

export interface Hand {
  readonly places: ReadonlyMap<string, HeldPlace>;
}

export const emptyHand: Hand = { places: new Map() };

/** The way a held card has gone since it was drawn. */
export const shiftOf = ({ from, to }: HeldPlace): Position => ({ x: to.x - from.x, y: to.y - from.y });

const isMove = (change: NodeChange<CanvasNode>) =>
  change.type === "position" && change.dragging === true && change.position !== undefined;

/**
 * Takes the moves among React Flow's changes into the hand and answers with what is left for its state: the first move
 * of a card (it says that the card is being dragged), the last one (it lets go), and everything that is no move.
 */
export function takeInHand(
  changes: readonly NodeChange<CanvasNode>[],
  hand: Store<Hand>,
): NodeChange<CanvasNode>[] {
  const { places } = hand.get();
  if (changes.some((change) => change.type === "position" && change.dragging !== true) && places.size > 0)
    hand.set(emptyHand);
  if (!changes.some(isMove)) return [...changes];
  const next = new Map(places);
  const left = changes.filter((change) => {
    if (change.type !== "position" || !isMove(change) || change.position === undefined) return true;
    const held = next.get(change.id);
    next.set(change.id, { from: held?.from ?? change.position, to: change.position });
    return held === undefined;
  });
  hand.set({ places: next });
  return left;
}
