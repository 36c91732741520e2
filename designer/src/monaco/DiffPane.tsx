/** The comparing editor itself; `JsonDiffEditor` loads it when it is first shown. */
import { editor } from "monaco-editor/editor/editor.api.js";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useThemeChoice } from "../app/theme/ThemeProvider.tsx";
import { applyTheme, commonOptions } from "./editor-host.ts";
import type { JsonDiffEditorProps } from "./JsonDiffEditor.tsx";
import styles from "./monaco.module.css";
import { writeText } from "./text-model.ts";

export function DiffPane({ before, after, beforeLabel, afterLabel, sideBySide = true }: JsonDiffEditorProps) {
  const { t } = useTranslation();
  const theme = useThemeChoice();
  const holder = useRef<HTMLDivElement>(null);
  const made = useRef<editor.IStandaloneDiffEditor>(null);
  useEffect(() => {
    if (holder.current === null) return;
    const instance = editor.createDiffEditor(holder.current, {
      ...commonOptions,
      readOnly: true,
      originalEditable: false,
      hideUnchangedRegions: { enabled: true, contextLineCount: 3, minimumLineCount: 4 },
      renderOverviewRuler: false,
    });
    const model = { original: editor.createModel("", "json"), modified: editor.createModel("", "json") };
    instance.setModel(model);
    made.current = instance;
    return () => {
      made.current = null;
      instance.dispose();
      model.original.dispose();
      model.modified.dispose();
    };
  }, []);
  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    const model = made.current?.getModel();
    if (!model) return;
    writeText(model.original, before);
    writeText(model.modified, after);
  }, [before, after]);
  useEffect(() => {
    made.current?.updateOptions({ renderSideBySide: sideBySide });
    made.current?.getOriginalEditor().updateOptions({ ariaLabel: beforeLabel ?? t("monaco.before") });
    made.current?.getModifiedEditor().updateOptions({ ariaLabel: afterLabel ?? t("monaco.after") });
  }, [sideBySide, beforeLabel, afterLabel, t]);
  return <div ref={holder} className={styles.holder} />;
}
