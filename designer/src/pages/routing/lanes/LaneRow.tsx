/** One route as a lane: who takes it at the left, then its steps and the arrows between them. */
import { horizontalListSortingStrategy, SortableContext, useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { Fragment } from "react";
import { findingsBelow } from "../../../document/findings-below.ts";
import type { Lane } from "../../../editor/routing/lanes.ts";
import { useRoutingEditor } from "../routing-editor.ts";
import { useRoutingTrial } from "../trial/routing-trial.ts";
import { laneState } from "../trial/trial-marks.ts";
import { Arrow } from "./Arrow.tsx";
import { FallbackCard } from "./FallbackCard.tsx";
import { LaneHead } from "./LaneHead.tsx";
import styles from "./lanes.module.css";
import { StepCard } from "./StepCard.tsx";
import { laneId, stepId } from "./sortable-ids.ts";

export interface LaneRowProps {
  readonly lane: Lane;
  readonly place: number;
  readonly total: number;
}

export function LaneRow({ lane, place, total }: LaneRowProps) {
  const { findings, readOnly, panel } = useRoutingEditor();
  const { answer } = useRoutingTrial();
  const sortable = useSortable({ id: laneId(lane.id), disabled: readOnly });
  const own = findingsBelow(findings, `/spec/routes/${place}`);
  const last = lane.cards.length - 1;
  return (
    <li
      ref={sortable.setNodeRef}
      className={styles.lane}
      data-route={lane.id}
      data-trial={answer === null ? undefined : laneState(answer, lane.id)}
      data-open={panel?.type !== "pool" && panel?.route === lane.id}
      data-dragging={sortable.isDragging}
      style={{ transform: CSS.Translate.toString(sortable.transform), transition: sortable.transition }}
    >
      <LaneHead
        lane={lane}
        place={place}
        total={total}
        findings={own.filter(({ path }) => !path.startsWith("/steps/"))}
        handle={sortable.listeners}
        handleRef={sortable.setActivatorNodeRef}
      />
      <SortableContext
        items={lane.cards.map((card) => stepId(lane.id, card.place))}
        strategy={horizontalListSortingStrategy}
        disabled={readOnly}
      >
        <ol className={styles.steps}>
          <Arrow route={lane.id} after={-1} arrow={undefined} last={false} />
          {lane.cards.map((card) => (
            <Fragment key={card.place}>
              <StepCard lane={lane} card={card} findings={findingsBelow(own, `/steps/${card.place}`)} />
              {card.arrow.type === "end" ? null : (
                <Arrow route={lane.id} after={card.place} arrow={card.arrow} last={card.place === last} />
              )}
            </Fragment>
          ))}
          {lane.endsInFallback ? <FallbackCard /> : null}
        </ol>
      </SortableContext>
    </li>
  );
}
