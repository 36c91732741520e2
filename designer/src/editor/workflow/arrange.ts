/** Commands that move things: by hand, in line, at equal distances. */
import type { Position, WorkflowNode } from "@sluice/schemas";
import { refusal, type WorkflowCommand } from "./drafting.ts";
import { type Kinds, onGrid, sizeOf, type WorkflowDocument } from "./model.ts";

/** Item id (node or note) → where it is now. */
export type Places = ReadonlyMap<string, Position>;

const place = (position: Position | undefined): Position => position ?? { x: 0, y: 0 };

const moving = (label: WorkflowCommand["label"], placesFor: (document: WorkflowDocument) => Places) => ({
  label,
  apply({ spec }: Parameters<WorkflowCommand["apply"]>[0]) {
    const places = placesFor({ spec } as WorkflowDocument);
    for (const item of [...spec.nodes, ...(spec.notes ?? [])]) {
      const at = places.get(item.id);
      if (at && (at.x !== item.position?.x || at.y !== item.position?.y)) item.position = { ...at };
    }
  },
});

/** Puts nodes and notes where a hand let go of them. */
export const moveItems = (places: Places): WorkflowCommand =>
  moving({ key: "workflow.commands.moveNodes", values: { count: places.size } }, () => places);

/** Puts nodes where the automatic layout wants them. */
export const arrange = (places: Places): WorkflowCommand =>
  moving({ key: "workflow.commands.layout" }, () => places);

/** Moves items by a step of the keyboard; steps in a row are one entry. */
export const nudge = (items: readonly string[], by: Position): WorkflowCommand => ({
  ...moving({ key: "workflow.commands.moveNodes", values: { count: items.length } }, ({ spec }) => {
    const moved = [...spec.nodes, ...(spec.notes ?? [])].filter(({ id }) => items.includes(id));
    return new Map(
      moved.map(({ id, position }) => [id, { x: (position?.x ?? 0) + by.x, y: (position?.y ?? 0) + by.y }]),
    );
  }),
  mergeKey: `nudge:${items.join(",")}`,
});

export type Alignment = "left" | "center" | "right" | "top" | "middle" | "bottom";

interface Box {
  readonly id: string;
  readonly at: Position;
  readonly width: number;
  readonly height: number;
}

const boxesOf = (nodes: readonly WorkflowNode[], ids: readonly string[], kinds: Kinds): readonly Box[] =>
  nodes
    .filter(({ id }) => ids.includes(id))
    .map((node) => ({ id: node.id, at: place(node.position), ...sizeOf(node, kinds) }));

/** Where a box goes so that it stands in line with the others. */
function aligned(box: Box, all: readonly Box[], how: Alignment): Position {
  const left = Math.min(...all.map(({ at }) => at.x));
  const right = Math.max(...all.map(({ at, width }) => at.x + width));
  const top = Math.min(...all.map(({ at }) => at.y));
  const bottom = Math.max(...all.map(({ at, height }) => at.y + height));
  const { x, y } = box.at;
  const places: Record<Alignment, Position> = {
    left: { x: left, y },
    center: { x: (left + right - box.width) / 2, y },
    right: { x: right - box.width, y },
    top: { x, y: top },
    middle: { x, y: (top + bottom - box.height) / 2 },
    bottom: { x, y: bottom - box.height },
  };
  return places[how];
}

/** Brings the nodes in line with the outermost of them. */
export const align = (nodes: readonly string[], how: Alignment, kinds: Kinds): WorkflowCommand => ({
  ...moving({ key: "workflow.commands.align", values: { count: nodes.length } }, ({ spec }) => {
    const boxes = boxesOf(spec.nodes, nodes, kinds);
    return new Map(boxes.map((box) => [box.id, aligned(box, boxes, how)]));
  }),
  refuse: () => (nodes.length < 2 ? refusal("workflow.refusals.needsTwo") : undefined),
});

/** Equal gaps between neighbours; the outermost two stay. */
function distributed(boxes: readonly Box[], axis: "x" | "y"): Places {
  const length = ({ width, height }: Box) => (axis === "x" ? width : height);
  const sorted = [...boxes].sort((a, b) => a.at[axis] - b.at[axis]);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const room = last.at[axis] + length(last) - first.at[axis];
  const gap = (room - sorted.reduce((sum, box) => sum + length(box), 0)) / (sorted.length - 1);
  let next = first.at[axis];
  return new Map(
    sorted.map((box) => {
      const at = onGrid({ ...box.at, [axis]: next });
      next += length(box) + gap;
      return [box.id, box === first || box === last ? box.at : { ...box.at, [axis]: at[axis] }];
    }),
  );
}

/** Sets the nodes at equal distances along an axis. */
export const distribute = (nodes: readonly string[], axis: "x" | "y", kinds: Kinds): WorkflowCommand => ({
  ...moving({ key: "workflow.commands.distribute", values: { count: nodes.length } }, ({ spec }) =>
    distributed(boxesOf(spec.nodes, nodes, kinds), axis),
  ),
  refuse: () => (nodes.length < 3 ? refusal("workflow.refusals.needsThree") : undefined),
});
