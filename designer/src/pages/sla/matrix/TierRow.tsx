/** One tier: a row that can be moved. */
import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import type { ReactNode } from "react";
import styles from "./matrix.module.css";
import { TierHead, type TierHeadProps } from "./TierHead.tsx";

export interface TierRowProps extends Omit<TierHeadProps, "handle" | "handleRef"> {
  readonly id: string;
  /** A group of the row has a calendar of its own, which takes a line. */
  readonly hasCalendars: boolean;
  readonly children: ReactNode;
}

export function TierRow({ id, hasCalendars, children, ...head }: TierRowProps) {
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } = useSortable({
    id,
    disabled: head.readOnly,
  });
  const moving = { transform: CSS.Translate.toString(transform), transition };
  return (
    <tr
      ref={setNodeRef}
      className={styles.row}
      data-dragging={isDragging}
      data-calendars={hasCalendars}
      style={moving}
    >
      <TierHead {...head} handle={listeners} handleRef={setActivatorNodeRef} />
      {children}
    </tr>
  );
}
