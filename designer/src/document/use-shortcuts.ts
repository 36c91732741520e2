/** Keys of a document page: undo, redo, save, publish. Fields keep their own undo; an open dialog keeps its keys. */
import type { DocumentKind } from "@sluice/schemas";
import { useEffect, useRef } from "react";
import type { Frame } from "./frame.ts";

/** What a stroke means on a document page. */
export type PageStroke = "undo" | "redo" | "save" | "publish";

export interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Ctrl or ⌘ with Z, Shift Z, Y, S, Enter; `undefined` for everything else. */
export function strokeOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Stroke): PageStroke | undefined {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  switch (key.toLowerCase()) {
    case "z":
      return shiftKey ? "redo" : "undo";
    case "y":
      return "redo";
    case "s":
      return shiftKey ? undefined : "save";
    case "enter":
      return shiftKey ? undefined : "publish";
    default:
      return undefined;
  }
}

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input:not([type=checkbox]):not([type=radio]), textarea"));

const isDialogOpen = (): boolean =>
  document.querySelector(".ant-modal-wrap, [role=dialog][aria-modal=true]") !== null;

function carryOut<K extends DocumentKind>(frame: Frame<K>, stroke: PageStroke): void {
  if (stroke === "publish") {
    if (frame.mayPublish) frame.openPublish();
  } else if (frame.readOnly) return;
  else if (stroke === "undo") frame.session.undo();
  else if (stroke === "redo") frame.session.redo();
  else void frame.sync.flush();
}

export function useShortcuts<K extends DocumentKind>(frame: Frame<K>): void {
  const latest = useRef(frame);
  useEffect(() => {
    latest.current = frame;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const stroke = strokeOf(event);
      if (stroke === undefined || event.defaultPrevented) return;
      // The browser would save the page as a file.
      if (stroke === "save") event.preventDefault();
      const typing = isTextField(event.target);
      if (isDialogOpen() || (typing && stroke !== "save")) return;
      event.preventDefault();
      carryOut(latest.current, stroke);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
