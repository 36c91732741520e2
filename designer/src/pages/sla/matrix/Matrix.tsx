/** The matrix: tiers × priorities × metrics, written in place like a spreadsheet. */
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import type { ClipboardEvent, MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import type { CellAddress } from "../../../editor/sla/cells.ts";
import type { FaceContext } from "./cell-face.ts";
import type { ProblemsOf } from "./find-problems.ts";
import { gridColumns, type MetricView, type Place, viewMetrics } from "./grid.ts";
import { MatrixHead } from "./MatrixHead.tsx";
import { MatrixRow, type TierActions } from "./MatrixRow.tsx";
import { MatrixTip } from "./MatrixTip.tsx";
import styles from "./matrix.module.css";
import type { MatrixState } from "./use-matrix.ts";
import { useMatrixFocus } from "./use-matrix-focus.ts";
import { placeOf, usePointed } from "./use-pointed.ts";

export interface MatrixProps {
  readonly name: string;
  readonly view: MetricView;
  readonly state: MatrixState;
  readonly context: FaceContext;
  readonly problems: ProblemsOf;
  readonly readOnly: boolean;
  readonly tiers: TierActions;
  readonly onPointed: (address: CellAddress | undefined) => void;
}

const onClipboard = ({ state, readOnly }: MatrixProps) => ({
  onCopy(event: ClipboardEvent) {
    if (state.editing || !placeOf(event.target)) return;
    event.clipboardData.setData("text/plain", state.copy());
    event.preventDefault();
  },
  onPaste(event: ClipboardEvent) {
    if (state.editing || readOnly || !placeOf(event.target)) return;
    state.paste(event.clipboardData.getData("text/plain"));
    event.preventDefault();
  },
});

/** One click writes; with Shift, or where nothing may be written, it selects. */
const onPointer = ({ state, readOnly }: MatrixProps) => ({
  onMouseDown(event: MouseEvent) {
    const found = placeOf(event.target);
    if (!found || event.button !== 0 || event.target instanceof HTMLInputElement) return;
    if (event.shiftKey || readOnly) {
      event.preventDefault();
      state.goTo(found.place, event.shiftKey);
    }
  },
  onClick(event: MouseEvent) {
    const found = placeOf(event.target);
    const writes = found && !event.shiftKey && !readOnly;
    const already =
      found && state.editing?.place.row === found.place.row && state.editing.place.col === found.place.col;
    if (writes && !already) state.open(found.place);
  },
});

export function Matrix(props: MatrixProps) {
  const { t } = useTranslation();
  const { name, view, state, context, readOnly, tiers, onPointed } = props;
  const matrix = useMatrixFocus(state);
  const pointer = usePointed((place) => onPointed(place && state.addressOf(place)));
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const ids = context.spec.tiers.map(({ id }) => id);
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const to = ids.indexOf(String(over?.id));
    if (over && active.id !== over.id && to >= 0) tiers.move(String(active.id), to);
  };
  const tipAt: Place | undefined = state.editing?.place ?? pointer.pointed;
  return (
    <div ref={matrix} className={styles.matrix}>
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd}>
        <SortableContext items={ids} strategy={verticalListSortingStrategy} disabled={readOnly}>
          <table
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells are moved between with arrows
            role="grid"
            className={styles.table}
            aria-label={t("sla.matrix", { name })}
            aria-readonly={readOnly}
            onKeyDown={(event) => {
              pointer.hush();
              state.onKeyDown(event);
            }}
            onFocus={({ target }) => state.follow(placeOf(target)?.place)}
            onMouseOver={pointer.onMouseOver}
            onMouseLeave={pointer.onMouseLeave}
            {...onPointer(props)}
            {...onClipboard(props)}
          >
            <colgroup>
              <col className={styles.tierColumn} />
              {gridColumns(view).map(({ column, metric }) => (
                <col key={`${column} ${metric}`} />
              ))}
            </colgroup>
            <MatrixHead metrics={viewMetrics[view]} />
            <tbody>
              {ids.map((id, row) => (
                <MatrixRow key={id} {...props} row={row} />
              ))}
            </tbody>
          </table>
        </SortableContext>
      </DndContext>
      {tipAt ? <MatrixTip {...props} place={tipAt} matrix={matrix} /> : null}
    </div>
  );
}
