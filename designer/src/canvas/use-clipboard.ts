/** Copy, cut and paste as text on the system's clipboard: between tabs, and in and out of chats and files. */
import { useReactFlow } from "@xyflow/react";
import { type RefObject, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import {
  isEmptyPart,
  parsePart,
  partOf,
  partText,
  paste,
  type WorkflowPart,
} from "../editor/workflow/clipboard.ts";
import { removeNodes } from "../editor/workflow/nodes.ts";
import { useEditor } from "./editor-context.ts";

const isEditable = (element: Element | null): boolean =>
  element instanceof HTMLElement &&
  (element.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName));

/** Whether keys and the clipboard are meant for the canvas: the focus is in it, or nowhere. */
export function isOnCanvas(bench: HTMLElement | null): boolean {
  const { activeElement, body } = document;
  if (activeElement === body || activeElement === null) return true;
  const canvas = bench?.querySelector("[data-canvas]");
  return !isEditable(activeElement) && canvas?.contains(activeElement) === true;
}

/** Chosen items as a part, `undefined` where nothing is chosen. */
function useChosenPart() {
  const { session, store } = useEditor();
  return (): WorkflowPart | undefined => {
    const part = partOf(session.getState().document, new Set(store.get().selection));
    return isEmptyPart(part) ? undefined : part;
  };
}

export function useClipboard(
  bench: RefObject<HTMLElement | null>,
  select: (ids: readonly string[]) => void,
  viewCentre: () => { x: number; y: number },
): void {
  const { t } = useTranslation();
  const { session, execute, drafting, readOnly, announce, store } = useEditor();
  const { screenToFlowPosition } = useReactFlow();
  const chosen = useChosenPart();
  const take = (event: ClipboardEvent, cut: boolean) => {
    const part = chosen();
    if (part === undefined || !isOnCanvas(bench.current) || String(getSelection()) !== "") return;
    event.preventDefault();
    event.clipboardData?.setData("text/plain", partText(part));
    const notes = part.notes ?? [];
    announce(t("workflow.canvas.copied", { count: part.nodes.length + notes.length }));
    if (cut && !readOnly) execute(removeNodes(store.get().selection, store.get().selection));
  };
  const put = (event: ClipboardEvent) => {
    if (readOnly || !isOnCanvas(bench.current)) return;
    const part = parsePart(event.clipboardData?.getData("text/plain") ?? "");
    if (part === undefined || isEmptyPart(part)) {
      announce(t("workflow.canvas.notAPart"));
      return;
    }
    event.preventDefault();
    session.seal();
    const { items, command } = paste(drafting, part, screenToFlowPosition(viewCentre()));
    if (execute(command)) select(items);
  };
  const latest = useRef({ take, put });
  latest.current = { take, put };
  useEffect(() => {
    const copy = (event: ClipboardEvent) => latest.current.take(event, false);
    const cut = (event: ClipboardEvent) => latest.current.take(event, true);
    const pasted = (event: ClipboardEvent) => latest.current.put(event);
    const { document } = globalThis;
    document.addEventListener("copy", copy);
    document.addEventListener("cut", cut);
    document.addEventListener("paste", pasted);
    return () => {
      document.removeEventListener("copy", copy);
      document.removeEventListener("cut", cut);
      document.removeEventListener("paste", pasted);
    };
  }, []);
}
