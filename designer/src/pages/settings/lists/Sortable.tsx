/** Puts rows in order by dragging; what it holds are `SortableRow`s. */
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import type { ReactNode } from "react";
import { moveRow, type Rows } from "../edit/rows.ts";

export interface SortableProps<T> {
  readonly rows: Rows<T>;
  readonly onChange: (rows: Rows<T>) => void;
  readonly readOnly: boolean;
  readonly children: ReactNode;
}

export function Sortable<T>({ rows, onChange, readOnly, children }: SortableProps<T>) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const placeOf = (id: unknown) => rows.findIndex(({ uid }) => uid === id);
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) onChange(moveRow(rows, placeOf(active.id), placeOf(over.id)));
  };
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd}>
      <SortableContext
        items={rows.map(({ uid }) => uid)}
        strategy={verticalListSortingStrategy}
        disabled={readOnly}
      >
        {children}
      </SortableContext>
    </DndContext>
  );
}
