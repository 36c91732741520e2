/** Keys → what the person means, depending on where the focus stands. No React, no DOM. */

/** Where the focus is on the canvas. */
export type FocusPlace = "pane" | "node" | "note" | "port";

export interface KeyPress {
  readonly key: string;
  /** Ctrl, or ⌘ on a Mac. */
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

export type Direction = "left" | "right" | "up" | "down";

export type Intent =
  | { readonly do: "go"; readonly direction: Direction; readonly extend: boolean }
  | { readonly do: "nudge"; readonly x: number; readonly y: number }
  | {
      readonly do:
        | "undo"
        | "redo"
        | "all"
        | "duplicate"
        | "group"
        | "find"
        | "quickAdd"
        | "connect"
        | "rename"
        | "configure"
        | "write"
        | "remove"
        | "heal"
        | "removeEdge"
        | "escape"
        | "zoomIn"
        | "zoomOut"
        | "zoomFull"
        | "fit";
    };

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
const steps: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};
/** One step of Alt and an arrow, and of Alt, Shift and an arrow. */
const step = { plain: 8, shift: 40 };

const withCtrl: Readonly<Record<string, "undo" | "redo" | "all" | "duplicate" | "group" | "find">> = {
  z: "undo",
  y: "redo",
  a: "all",
  d: "duplicate",
  g: "group",
  f: "find",
};

function ctrlIntent({ key, shift }: KeyPress): Intent | undefined {
  const known = withCtrl[key.toLowerCase()];
  if (known === undefined) return undefined;
  return { do: known === "undo" && shift ? "redo" : known };
}

function removal(place: FocusPlace, shift: boolean): Intent {
  if (place === "port") return { do: "removeEdge" };
  return { do: shift && place === "node" ? "heal" : "remove" };
}

const onEnter: Readonly<Record<FocusPlace, Intent | undefined>> = {
  pane: undefined,
  node: { do: "configure" },
  note: { do: "write" },
  port: { do: "connect" },
};

function plainIntent({ key, shift }: KeyPress, place: FocusPlace): Intent | undefined {
  switch (key) {
    case "Delete":
    case "Backspace":
      return removal(place, shift);
    case "Enter":
      return onEnter[place];
    case "F2":
      return place === "pane" ? undefined : { do: place === "note" ? "write" : "rename" };
    case "c":
    case "C":
      return place === "node" || place === "port" ? { do: "connect" } : undefined;
    case "/":
      return { do: "quickAdd" };
    case "Escape":
      return { do: "escape" };
    case "+":
    case "=":
      return { do: "zoomIn" };
    case "-":
      return { do: "zoomOut" };
    case "0":
      return { do: "zoomFull" };
    case "1":
      return { do: "fit" };
    default:
      return undefined;
  }
}

/** What a key means there; `undefined` where it means nothing to the canvas. */
export function intentOf(press: KeyPress, place: FocusPlace): Intent | undefined {
  if (press.ctrl) return press.alt ? undefined : ctrlIntent(press);
  const direction = directions[press.key];
  if (direction === undefined) return press.alt ? undefined : plainIntent(press, place);
  if (!press.alt) return { do: "go", direction, extend: press.shift };
  const [x, y] = steps[direction];
  const by = press.shift ? step.shift : step.plain;
  return { do: "nudge", x: x * by, y: y * by };
}
