/** A JSON text with completion, hover and errors from a schema; the editor comes in a chunk of its own. */
import type { JsonSchema } from "@sluice/schemas";
import { lazy, Suspense } from "react";
import type { Remark } from "../inspector/remark.ts";
import { loadJsonPane } from "./load-pane.ts";
import styles from "./monaco.module.css";
import { PaneSkeleton } from "./PaneSkeleton.tsx";

export interface JsonEditorProps {
  readonly value: string;
  /** Each change a person makes; a text that is set from outside is not told back. */
  readonly onChange?: (text: string) => void;
  /** Plain JSON Schema, for instance `editorSchema(…)`; keep it the same object while it says the same. */
  readonly schema?: JsonSchema | undefined;
  /** Names the text among all texts of the page: `workflow/returns`. Another name is another text. */
  readonly uri: string;
  /** What a screen reader calls it. */
  readonly label: string;
  readonly readOnly?: boolean;
  /** Findings of lint; their paths are pointers into the text. */
  readonly markers?: readonly Remark[];
  /** Shown and selected when it changes. */
  readonly revealPath?: string | undefined;
  /** CSS height; fills its parent when left out. */
  readonly height?: number | string;
}

const LazyPane = lazy(loadJsonPane);

export function JsonEditor(props: JsonEditorProps) {
  return (
    <div className={styles.box} style={{ height: props.height ?? "100%" }}>
      <Suspense fallback={<PaneSkeleton />}>
        <LazyPane {...props} />
      </Suspense>
    </div>
  );
}
