/** A text in the editor, kept equal to a value outside without moving the caret or losing what can be undone. */
import { editor, MarkerSeverity, type Uri } from "monaco-editor/editor/editor.api.js";
import { type Remark, remarkText } from "../inspector/remark.ts";
import { minimalEdit } from "./minimal-edit.ts";
import { createPointerIndex, type TextRange } from "./pointer-to-range.ts";

/** The model at a place, with the text given; one that is there already is used again. */
export function openModel(uri: Uri, text: string): editor.ITextModel {
  const model = editor.getModel(uri) ?? editor.createModel(text, "json", uri);
  writeText(model, text);
  return model;
}

/** Makes the model say `text`, as one step that can be undone. */
export function writeText(model: editor.ITextModel, text: string): void {
  const edit = minimalEdit(model.getValue(), text);
  if (edit === null) return;
  const from = model.getPositionAt(edit.start);
  const to = model.getPositionAt(edit.end);
  const range = {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
  model.pushEditOperations([], [{ range, text: edit.text }], () => null);
}

/** A range as the editor writes it. */
export const toEditorRange = ({ startLine, startColumn, endLine, endColumn }: TextRange) => ({
  startLineNumber: startLine,
  startColumn,
  endLineNumber: endLine,
  endColumn,
});

const severityOf = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  info: MarkerSeverity.Info,
} as const;

/** Marks the places of the remarks; what was marked before is cleared. */
export function markText(model: editor.ITextModel, remarks: readonly Remark[], language: string): void {
  const find = createPointerIndex(model.getValue());
  editor.setModelMarkers(
    model,
    "sluice",
    remarks.map((remark) => ({
      ...toEditorRange(find(remark.path)),
      message: remarkText(remark, language),
      severity: severityOf[remark.severity],
    })),
  );
}
