/** Every key that the app knows, by where it holds. What the keys mean is said by `shell.shortcuts.keys`. */

/** The keys of a line, pressed together; alternatives are lines of their own. */
export type Keys = readonly string[];

export interface Shortcut {
  readonly name:
    | "command"
    | "sheet"
    | "undo"
    | "redo"
    | "save"
    | "publish"
    | "send"
    | "quickAdd"
    | "find"
    | "go"
    | "nudge"
    | "connect"
    | "configure"
    | "rename"
    | "remove"
    | "heal"
    | "duplicate"
    | "group"
    | "all"
    | "zoom"
    | "fit";
  readonly keys: Keys;
}

export interface ShortcutGroup {
  readonly place: "everywhere" | "document" | "ticket" | "canvas";
  readonly shortcuts: readonly Shortcut[];
}

/** In the order of the sheet. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    place: "everywhere",
    shortcuts: [
      { name: "command", keys: ["Ctrl", "K"] },
      { name: "sheet", keys: ["?"] },
    ],
  },
  { place: "ticket", shortcuts: [{ name: "send", keys: ["Ctrl", "Enter"] }] },
  {
    place: "document",
    shortcuts: [
      { name: "undo", keys: ["Ctrl", "Z"] },
      { name: "redo", keys: ["Ctrl", "Shift", "Z"] },
      { name: "save", keys: ["Ctrl", "S"] },
      { name: "publish", keys: ["Ctrl", "Enter"] },
    ],
  },
  {
    place: "canvas",
    shortcuts: [
      { name: "quickAdd", keys: ["/"] },
      { name: "find", keys: ["Ctrl", "F"] },
      { name: "go", keys: ["←↑↓→"] },
      { name: "nudge", keys: ["Alt", "←↑↓→"] },
      { name: "connect", keys: ["C"] },
      { name: "configure", keys: ["Enter"] },
      { name: "rename", keys: ["F2"] },
      { name: "remove", keys: ["Delete"] },
      { name: "heal", keys: ["Shift", "Delete"] },
      { name: "duplicate", keys: ["Ctrl", "D"] },
      { name: "group", keys: ["Ctrl", "G"] },
      { name: "all", keys: ["Ctrl", "A"] },
      { name: "zoom", keys: ["+", "−"] },
      { name: "fit", keys: ["1"] },
    ],
  },
];

/** A key as the machine's own keyboard calls it. */
export function keyName(key: string, mac: boolean): string {
  if (!mac) return key;
  const names: Readonly<Record<string, string>> = { Ctrl: "⌘", Alt: "⌥", Shift: "⇧", Enter: "↩" };
  return names[key] ?? key;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input, textarea, select, [role=combobox]"));

/** Whether a stroke asks for the sheet: `?` where nobody types and no dialog is open. */
export const asksForSheet = (event: KeyboardEvent): boolean =>
  event.key === "?" &&
  !(event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) &&
  !isTyping(event.target) &&
  document.querySelector("[role=dialog][aria-modal=true]") === null;
