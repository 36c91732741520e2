/**
 * The editor as this app uses it: JSON only, with its workers, our colours and the language in force. Heavy;
 * imported only by the panes, which are loaded when a text is first shown.
 *
 * The editor's features are imported before the first editor is made: those that come later stay out of it.
 * The other eighty languages are not imported at all.
 */
import type { JsonSchema } from "@sluice/schemas";
import { editor, Uri } from "monaco-editor/editor/editor.api.js";
import "monaco-editor/features/register.all.js";
import EditorWorker from "monaco-editor/editor/editor.worker.js?worker";
import JsonWorker from "monaco-editor/languages/features/json/json.worker.js?worker";
import { jsonDefaults } from "monaco-editor/languages/features/json/register.js";
import type { ThemeChoice } from "../app/preferences.ts";
import { editorTheme, themeName } from "./editor-theme.ts";

/** Workers from our own files: the editor's own way builds them from a `blob:` script, which the policy refuses. */
globalThis.MonacoEnvironment = {
  getWorker: (_id: string, label: string) => (label === "json" ? new JsonWorker() : new EditorWorker()),
};

for (const choice of ["light", "dark"] as const) editor.defineTheme(themeName(choice), editorTheme(choice));

/** Colours every editor of the page. */
export const applyTheme = (choice: ThemeChoice): void => editor.setTheme(themeName(choice));

const schemas = new Map<string, JsonSchema>();

function tellWorker(): void {
  jsonDefaults.setDiagnosticsOptions({
    validate: true,
    allowComments: false,
    enableSchemaRequest: false,
    schemaValidation: "error",
    schemas: [...schemas].map(([uri, schema]) => ({ uri: `${uri}#schema`, fileMatch: [uri], schema })),
  });
}

tellWorker();

/** The text at a place is checked against a schema from now on. Each change starts the worker anew. */
export function setSchema(uri: string, schema: JsonSchema | undefined): void {
  if (schemas.get(uri) === schema) return;
  if (schema === undefined) schemas.delete(uri);
  else schemas.set(uri, schema);
  tellWorker();
}

/** The place of a text, by a name that is its own among all texts of the page. */
export const uriOf = (name: string): Uri => Uri.parse(`sluice://texts/${encodeURIComponent(name)}.json`);

const fontFamily = 'ui-monospace, "SFMono-Regular", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace';

/** What all our editors have in common. */
export const commonOptions = {
  automaticLayout: true,
  fontFamily,
  fontSize: 13,
  lineHeight: 20,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  renderLineHighlight: "line",
  overviewRulerLanes: 2,
  overviewRulerBorder: false,
  padding: { top: 8, bottom: 8 },
  lineNumbersMinChars: 4,
  stickyScroll: { enabled: true, maxLineCount: 3 },
  fixedOverflowWidgets: true,
  // Chinese punctuation is no mistake here.
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true },
  wordBasedSuggestions: "off",
  quickSuggestions: { strings: true, other: true, comments: false },
  scrollbar: { alwaysConsumeMouseWheel: false },
  tabSize: 2,
} satisfies editor.IStandaloneEditorConstructionOptions;
