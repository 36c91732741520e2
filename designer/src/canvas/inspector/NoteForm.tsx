/** The text of a note, for those who would rather not write on the canvas. */
import { Input } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { WorkflowNote } from "../../editor/workflow/model.ts";
import { editNote } from "../../editor/workflow/notes.ts";
import { useEditor } from "../editor-context.ts";
import styles from "./inspector.module.css";

export function NoteForm({ note }: { note: WorkflowNote }) {
  const { t } = useTranslation();
  const { execute, readOnly, session } = useEditor();
  const id = useId();
  return (
    <div className={styles.tab}>
      <label htmlFor={id}>{t("workflow.inspector.noteText")}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 4, maxRows: 20 }}
        value={note.text}
        readOnly={readOnly}
        onChange={(event) => execute(editNote(note.id, event.target.value))}
        onBlur={() => session.seal()}
      />
    </div>
  );
}
