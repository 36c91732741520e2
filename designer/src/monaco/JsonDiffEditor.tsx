/** Two JSON texts side by side with what differs; for histories and merges. Nothing can be typed. */
import { lazy, Suspense } from "react";
import { loadDiffPane } from "./load-pane.ts";
import styles from "./monaco.module.css";
import { PaneSkeleton } from "./PaneSkeleton.tsx";

export interface JsonDiffEditorProps {
  readonly before: string;
  readonly after: string;
  /** Names of the two sides: `v11`, `草稿`. */
  readonly beforeLabel?: string;
  readonly afterLabel?: string;
  /** One above the other in a single column when false. */
  readonly sideBySide?: boolean;
  /** CSS height; fills its parent when left out. */
  readonly height?: number | string;
}

const LazyPane = lazy(loadDiffPane);

export function JsonDiffEditor(props: JsonDiffEditorProps) {
  const { beforeLabel, afterLabel, height } = props;
  return (
    <div className={styles.box} style={{ height: height ?? "100%" }}>
      {beforeLabel !== undefined || afterLabel !== undefined ? (
        <div className={styles.sides} aria-hidden="true">
          <span data-side="before">− {beforeLabel}</span>
          <span data-side="after">+ {afterLabel}</span>
        </div>
      ) : null}
      <div className={styles.frame}>
        <Suspense fallback={<PaneSkeleton />}>
          <LazyPane {...props} />
        </Suspense>
      </div>
    </div>
  );
}
