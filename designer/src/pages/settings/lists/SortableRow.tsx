/** A row that is moved by its handle: dragged, or with the arrow keys while the handle has the focus. */

import { HolderOutlined } from "@ant-design/icons";
import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "./lists.module.css";

export interface SortableRowProps {
  readonly uid: string;
  /** What the row is called, for the handle's label. */
  readonly name: string;
  readonly onStep: (step: -1 | 1) => void;
  readonly readOnly: boolean;
  readonly as: "li" | "tr";
  readonly selected?: boolean;
  readonly children: (handle: ReactNode) => ReactNode;
}

const steps: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

export function SortableRow({ uid, name, onStep, readOnly, as: Tag, selected, children }: SortableRowProps) {
  const { t } = useTranslation();
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } = useSortable({
    id: uid,
    disabled: readOnly,
  });
  const row = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onStep(step);
  };
  const handle = readOnly ? null : (
    <button
      type="button"
      ref={setActivatorNodeRef}
      className={styles.handle}
      aria-label={t("settings.drag", { name })}
      title={t("settings.dragHint")}
      {...listeners}
      onKeyDown={onKeyDown}
    >
      <HolderOutlined aria-hidden />
    </button>
  );
  return (
    <Tag
      ref={(element: HTMLElement | null) => {
        row.current = element;
        setNodeRef(element);
      }}
      data-dragging={isDragging}
      data-selected={selected}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      {children(handle)}
    </Tag>
  );
}
