/** All lanes, one below the other; lanes and cards are dragged in one area, each among its own kind. */
import {
  type CollisionDetection,
  closestCenter,
  DndContext,
  type DragEndEvent,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { drawingOf } from "../../../editor/routing/lanes.ts";
import { moveRoute } from "../../../editor/routing/route-commands.ts";
import { moveStep } from "../../../editor/routing/step-commands.ts";
import { useRoutingEditor } from "../routing-editor.ts";
import { poolName } from "../words.ts";
import { LaneRow } from "./LaneRow.tsx";
import styles from "./lanes.module.css";
import { laneId, readDragged } from "./sortable-ids.ts";

/** A lane is dropped on lanes, a card on cards. */
const amongItsKind: CollisionDetection = (args) => {
  const type = readDragged(String(args.active.id))?.type;
  const droppableContainers = args.droppableContainers.filter(
    ({ id }) => readDragged(String(id))?.type === type,
  );
  return closestCenter({ ...args, droppableContainers });
};

export function Lanes() {
  const { t } = useTranslation();
  const { document, execute, readOnly } = useRoutingEditor();
  const { spec } = document;
  const { lanes } = useMemo(() => drawingOf(spec), [spec]);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const from = readDragged(String(active.id));
    const to = over ? readDragged(String(over.id)) : undefined;
    if (!from || !to || active.id === over?.id) return;
    if (from.type === "step" && to.type === "step") execute(moveStep(from, to));
    if (from.type === "lane" && to.type === "lane")
      execute(
        moveRoute(
          from.route,
          lanes.findIndex(({ id }) => id === to.route),
        ),
      );
  };
  if (lanes.length === 0)
    return (
      <p className={styles.none}>{t("routing.noRoutes", { pool: poolName(spec, spec.fallback.pool) })}</p>
    );
  return (
    <DndContext sensors={sensors} collisionDetection={amongItsKind} onDragEnd={onDragEnd}>
      <SortableContext
        items={lanes.map(({ id }) => laneId(id))}
        strategy={verticalListSortingStrategy}
        disabled={readOnly}
      >
        <ol className={styles.lanes} aria-label={t("routing.lanes")}>
          {lanes.map((lane, place) => (
            <LaneRow key={lane.id} lane={lane} place={place} total={lanes.length} />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}
