/** An empty place or an error: a line drawing, a sentence, and what to do. */
import type { ReactNode } from "react";
import { LineDrawing } from "./LineDrawing.tsx";
import styles from "./ui.module.css";

export interface NoticeProps {
  readonly title: string;
  readonly text?: string;
  readonly drawing: "empty" | "broken";
  readonly children?: ReactNode;
}

export function Notice({ title, text, drawing, children }: NoticeProps) {
  return (
    <div className={styles.notice} role={drawing === "broken" ? "alert" : undefined}>
      <LineDrawing name={drawing} />
      <h2>{title}</h2>
      {text ? <p>{text}</p> : null}
      {children}
    </div>
  );
}
