/** A note: paper on the canvas, written in place. */
import { type NodeProps, NodeResizer } from "@xyflow/react";
import { type KeyboardEvent, memo } from "react";
import { useTranslation } from "react-i18next";
import { editNote, resizeNote } from "../editor/workflow/notes.ts";
import type { NoteNode } from "./drawing-model.ts";
import { useCanvas, useEditor } from "./editor-context.ts";
import styles from "./surface.module.css";

export const NoteCard = memo(function NoteCard({ id, data, selected }: NodeProps<NoteNode>) {
  const { t } = useTranslation();
  const { execute, readOnly, store, session } = useEditor();
  const writing = useCanvas((state) => state.renaming === id);
  const finish = () => {
    if (store.get().renaming !== id) return;
    store.set({ renaming: null });
    session.seal();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.key !== "Escape") return;
    event.currentTarget.closest<HTMLElement>(".react-flow__node")?.focus();
    finish();
  };
  return (
    <div className={styles.note} data-selected={selected}>
      <NodeResizer
        isVisible={selected && !readOnly}
        minWidth={120}
        minHeight={56}
        onResizeEnd={(_, { x, y, width, height }) =>
          execute(resizeNote(id, { width: Math.round(width), height: Math.round(height) }, { x, y }))
        }
      />
      {writing ? (
        <textarea
          // biome-ignore lint/a11y/noAutofocus: the note was asked to be written
          autoFocus
          className="nodrag nopan nowheel"
          aria-label={t("workflow.inspector.noteText")}
          value={data.note.text}
          onChange={(event) => execute(editNote(id, event.target.value))}
          onBlur={finish}
          onKeyDown={onKeyDown}
        />
      ) : (
        <p>{data.note.text || <i>{t("workflow.canvas.emptyNote")}</i>}</p>
      )}
    </div>
  );
});
