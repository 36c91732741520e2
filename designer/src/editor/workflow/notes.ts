/** Commands on notes: paper beside the drawing, without a meaning to the runtime. */
import type { Position } from "@sluice/schemas";
import type { Drafting, WorkflowCommand, WorkflowDraft } from "./drafting.ts";
import { noteSize, onGrid, type Size } from "./model.ts";

/** Sticks a note on the canvas; answers with its id. */
export function addNote({ ids }: Drafting, text: string, position: Position) {
  const note = { id: ids.next("t"), text, position: onGrid(position), size: { ...noteSize } };
  const command: WorkflowCommand = {
    label: { key: "workflow.commands.addNote" },
    apply({ spec }) {
      spec.notes = [...(spec.notes ?? []), structuredClone(note)];
    },
  };
  return { id: note.id, command };
}

const noteIn = ({ spec }: WorkflowDraft, id: string) => spec.notes?.find((note) => note.id === id);

export const editNote = (note: string, text: string): WorkflowCommand => ({
  label: { key: "workflow.commands.editNote" },
  mergeKey: `note:${note}`,
  apply(draft) {
    const edited = noteIn(draft, note);
    if (edited) edited.text = text;
  },
});

/** Gives a note another size, and the place that its moved corner gave it. */
export const resizeNote = (note: string, size: Size, position: Position): WorkflowCommand => ({
  label: { key: "workflow.commands.resizeNote" },
  apply(draft) {
    const resized = noteIn(draft, note);
    if (resized) Object.assign(resized, { size: { ...size }, position: { ...position } });
  },
});
