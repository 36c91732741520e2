/** The editor's colours from our palette: it has no idea of CSS variables. */
import type { editor } from "monaco-editor/editor/editor.api.js";
import type { ThemeChoice } from "../app/preferences.ts";
import { type Palette, palettes } from "../app/theme/tokens.ts";

/** The name of a theme, as the editor knows it. */
export const themeName = (choice: ThemeChoice): string => `sluice-${choice}`;

const bare = (hex: string): string => hex.slice(1);

/** Few colours, all of them readable on the marks of a comparison too. */
const tokenColours = (palette: Palette): editor.ITokenThemeRule[] => [
  { token: "", foreground: bare(palette.text), background: bare(palette.surface) },
  { token: "string.key.json", foreground: bare(palette.accent) },
  { token: "string.value.json", foreground: bare(palette.text) },
  { token: "number.json", foreground: bare(palette.warn) },
  { token: "keyword.json", foreground: bare(palette.warn) },
  { token: "delimiter", foreground: bare(palette.quiet) },
];

const chrome = (palette: Palette): Record<string, string> => ({
  "editor.background": palette.surface,
  "editor.foreground": palette.text,
  "editor.lineHighlightBackground": palette.canvas,
  "editor.lineHighlightBorder": palette.canvas,
  "editor.selectionBackground": `${palette.accent}40`,
  "editor.inactiveSelectionBackground": `${palette.accent}26`,
  "editor.wordHighlightBackground": `${palette.accent}1f`,
  "editorLineNumber.foreground": palette.quiet,
  "editorLineNumber.activeForeground": palette.text,
  "editorCursor.foreground": palette.accent,
  "editorIndentGuide.background1": palette.line,
  "editorIndentGuide.activeBackground1": palette.stripe,
  "editorWidget.background": palette.raised,
  "editorWidget.foreground": palette.text,
  "editorWidget.border": palette.line,
  "editorHoverWidget.background": palette.raised,
  "editorHoverWidget.border": palette.line,
  "editorSuggestWidget.background": palette.raised,
  "editorSuggestWidget.border": palette.line,
  "editorSuggestWidget.selectedBackground": palette.accentSoft,
  "editorSuggestWidget.selectedForeground": palette.text,
  "editorSuggestWidget.highlightForeground": palette.accent,
  "editorSuggestWidget.focusHighlightForeground": palette.accent,
  // Brackets in one colour: nesting is said by the indentation.
  ...Object.fromEntries([1, 2, 3].map((n) => [`editorBracketHighlight.foreground${n}`, palette.quiet])),
  "editorError.foreground": palette.danger,
  "editorWarning.foreground": palette.warn,
  "editorInfo.foreground": palette.accent,
  "editorGutter.background": palette.surface,
  "editorOverviewRuler.border": palette.line,
  "scrollbar.shadow": "#00000000",
  "scrollbarSlider.background": `${palette.stripe}80`,
  "scrollbarSlider.hoverBackground": palette.stripe,
  "diffEditor.insertedTextBackground": `${palette.ok}1a`,
  "diffEditor.insertedLineBackground": `${palette.ok}0f`,
  "diffEditor.removedTextBackground": `${palette.danger}1a`,
  "diffEditor.removedLineBackground": `${palette.danger}0f`,
  "diffEditor.insertedTextBorder": `${palette.ok}80`,
  "diffEditor.removedTextBorder": `${palette.danger}80`,
  focusBorder: palette.accent,
  "input.background": palette.surface,
  "input.foreground": palette.text,
  "input.border": palette.line,
});

/** The theme of a choice, complete. */
export const editorTheme = (choice: ThemeChoice): editor.IStandaloneThemeData => ({
  base: choice === "dark" ? "vs-dark" : "vs",
  inherit: true,
  rules: tokenColours(palettes[choice]),
  colors: chrome(palettes[choice]),
});
