/** The editor itself; `JsonEditor` loads it when it is first shown. */
import { editor } from "monaco-editor/editor/editor.api.js";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useThemeChoice } from "../app/theme/ThemeProvider.tsx";
import { applyTheme, commonOptions, setSchema, uriOf } from "./editor-host.ts";
import type { JsonEditorProps } from "./JsonEditor.tsx";
import styles from "./monaco.module.css";
import { pointerToRange } from "./pointer-to-range.ts";
import { markText, openModel, toEditorRange, writeText } from "./text-model.ts";

type StandaloneEditor = editor.IStandaloneCodeEditor;

/** Makes the editor once for a text; gives the element to hold it and the editor when it is there. */
function useEditor({ uri, value, label, readOnly = false, onChange }: JsonEditorProps) {
  const holder = useRef<HTMLDivElement>(null);
  const made = useRef<StandaloneEditor>(null);
  const latest = useRef({ value, onChange });
  latest.current = { value, onChange };
  useEffect(() => {
    if (holder.current === null) return;
    const model = openModel(uriOf(uri), latest.current.value);
    const instance = editor.create(holder.current, { ...commonOptions, model });
    made.current = instance;
    const listening = model.onDidChangeContent(() => {
      const text = model.getValue();
      if (text !== latest.current.value) latest.current.onChange?.(text);
    });
    return () => {
      listening.dispose();
      made.current = null;
      instance.dispose();
      model.dispose();
    };
  }, [uri]);
  useEffect(() => {
    const model = made.current?.getModel();
    if (model) writeText(model, value);
  }, [value]);
  useEffect(() => made.current?.updateOptions({ readOnly, ariaLabel: label }), [readOnly, label]);
  return { holder, made };
}

/** Shows what a pointer leads to, and puts the caret there. */
function reveal(instance: StandaloneEditor, pointer: string): void {
  const range = toEditorRange(pointerToRange(instance.getValue(), pointer));
  instance.revealRangeInCenterIfOutsideViewport(range);
  instance.setSelection(range);
  instance.focus();
}

export function JsonPane(props: JsonEditorProps) {
  const { uri, value, schema, markers, revealPath } = props;
  const { t, i18n } = useTranslation();
  const theme = useThemeChoice();
  const { holder, made } = useEditor(props);
  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => setSchema(uriOf(uri).toString(), schema), [uri, schema]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks move with the text
  useEffect(() => {
    const model = made.current?.getModel();
    if (model) markText(model, markers ?? [], i18n.language);
  }, [made, markers, value, i18n.language]);
  useEffect(() => {
    if (made.current && revealPath !== undefined) reveal(made.current, revealPath);
  }, [made, revealPath]);
  return (
    <div className={styles.frame}>
      <div ref={holder} className={styles.holder} />
      <p className={styles.tabHelp}>{t("monaco.tabHelp")}</p>
    </div>
  );
}
