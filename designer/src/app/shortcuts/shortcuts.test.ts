import { describe, expect, it } from "vitest";
import { intentOf } from "../../canvas/keyboard.ts";
import { strokeOf } from "../../document/use-shortcuts.ts";
import { keyName, type Shortcut, shortcutGroups } from "./shortcuts.ts";

const keyOf = (part: string): string => ({ "←↑↓→": "ArrowLeft", "−": "-" })[part] ?? part;

/** The stroke of a line; where it names several keys of one meaning, its first. */
function pressOf({ keys }: Shortcut) {
  const has = (name: string) => keys.includes(name);
  const own = keys.find((key) => !["Ctrl", "Alt", "Shift"].includes(key)) ?? "";
  const key = keyOf(own);
  return {
    key: key.length === 1 ? key.toLowerCase() : key,
    ctrl: has("Ctrl"),
    alt: has("Alt"),
    shift: has("Shift"),
  };
}

const shortcutsOf = (place: string) => shortcutGroups.find((group) => group.place === place)?.shortcuts ?? [];

const canvasMeaning: Readonly<Record<string, string>> = { zoom: "zoomIn" };

describe("the shortcut sheet", () => {
  it.each(shortcutsOf("canvas"))("promises only what the canvas does: $name", (shortcut) => {
    expect(intentOf(pressOf(shortcut), "node")?.do).toBe(canvasMeaning[shortcut.name] ?? shortcut.name);
  });

  it.each(shortcutsOf("document"))("promises only what a document page does: $name", (shortcut) => {
    const { key, ctrl, alt, shift } = pressOf(shortcut);
    const stroke = { key, ctrlKey: ctrl, metaKey: false, altKey: alt, shiftKey: shift };
    expect(strokeOf(stroke)).toBe(shortcut.name);
  });

  it("calls keys as the keyboard does", () => {
    expect(keyName("Ctrl", true)).toBe("⌘");
    expect(keyName("Ctrl", false)).toBe("Ctrl");
    expect(keyName("F2", true)).toBe("F2");
  });
});
