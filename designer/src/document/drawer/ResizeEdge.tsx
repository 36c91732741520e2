/** The edge between the drawing and the drawer. */
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "../document.module.css";
import { drawerLimits } from "./drawer-choice.ts";

const keyStep = 24;

/** The drawing keeps its place; a small window is no reason for a drawer that cannot be seen. */
const highest = (): number =>
  Math.max(drawerLimits.least, window.innerHeight - 48 - 64 - 40 - drawerLimits.drawingLeast);

const within = (height: number): number => Math.min(highest(), Math.max(drawerLimits.least, height));

export interface ResizeEdgeProps {
  readonly height: number;
  readonly onResize: (height: number) => void;
}

export function ResizeEdge({ height, onResize }: ResizeEdgeProps) {
  const { t } = useTranslation();
  const grip = useRef<{ readonly y: number; readonly height: number } | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowUp" ? keyStep : event.key === "ArrowDown" ? -keyStep : 0;
    if (step === 0) return;
    event.preventDefault();
    onResize(within(height + step));
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { y: event.clientY, height };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (grip.current) onResize(within(grip.current.height + grip.current.y - event.clientY));
  };
  const letGo = () => {
    grip.current = null;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this separator can
    <div
      className={styles.edge}
      role="separator"
      aria-orientation="horizontal"
      aria-label={t("document.drawer.resize")}
      aria-valuenow={height}
      aria-valuemin={drawerLimits.least}
      aria-valuemax={highest()}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    />
  );
}
