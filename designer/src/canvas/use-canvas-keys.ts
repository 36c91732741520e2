/** The canvas by keyboard: what the focus is on, what the key means there, and doing it. */
import { useReactFlow } from "@xyflow/react";
import type { KeyboardEvent, PointerEvent, RefObject } from "react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { nudge } from "../editor/workflow/arrange.ts";
import { duplicate } from "../editor/workflow/clipboard.ts";
import { removeEdges } from "../editor/workflow/connect.ts";
import { groupNodes } from "../editor/workflow/groups.ts";
import { edgeFrom, freePort, nodeById, nodeName } from "../editor/workflow/model.ts";
import { removeAndHeal, removeNodes } from "../editor/workflow/nodes.ts";
import type { ScreenPoint } from "./adding-context.ts";
import type { Drawing } from "./drawing-model.ts";
import { useEditor } from "./editor-context.ts";
import { type FocusPlace, type Intent, intentOf } from "./keyboard.ts";
import type { FlowNodes } from "./use-flow-nodes.ts";
import { cardElement, type Focusing } from "./use-focusing.ts";
import type { Popups } from "./use-popups.ts";
import { nodeTowards } from "./walk.ts";

export interface CanvasKeysInput {
  readonly frame: RefObject<HTMLElement | null>;
  readonly drawing: Drawing;
  readonly flow: FlowNodes;
  readonly focusing: Focusing;
  readonly popups: Popups;
}

/** What has the focus: a port of a node, a node, a note, or the canvas. */
interface Focus {
  readonly place: FocusPlace;
  readonly id?: string;
  readonly port?: string;
  readonly element?: HTMLElement;
}

function focusOf(target: EventTarget, drawing: Drawing): Focus {
  if (!(target instanceof HTMLElement)) return { place: "pane" };
  const id = target.closest<HTMLElement>(".react-flow__node")?.dataset.id;
  if (id === undefined) return { place: "pane" };
  const port = target.closest<HTMLElement>("[data-port]")?.dataset.port;
  if (port !== undefined) return { place: "port", id, port, element: target };
  const isNote = drawing.nodes.find((node) => node.id === id)?.type === "note";
  return { place: isNote ? "note" : "node", id, element: target };
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);

function besideOf(element: HTMLElement | undefined): ScreenPoint | null {
  const box = element?.getBoundingClientRect();
  return box ? { x: box.right + 12, y: box.top } : null;
}

type Doer = (focus: Focus, intent: Intent) => void;

/** Commands on what is chosen. */
function useEditing({ flow, focusing, frame }: CanvasKeysInput): Partial<Record<Intent["do"], Doer>> {
  const { t } = useTranslation();
  const { session, execute, drafting, store, announce, language } = useEditor();
  const document = () => session.getState().document;
  const isNode = (id: string) => nodeById(document(), id) !== undefined;
  /** After the chosen cards are gone, the focus goes to what led to them. */
  const refocus = (id: string | undefined) => {
    if (id === undefined || !isNode(id)) frame.current?.focus();
    else focusing.focusNode(id);
  };
  const remove: Doer = (focus) => {
    const { selection, chosenEdge } = store.get();
    if (selection.length === 0 && chosenEdge !== null) {
      execute(removeEdges([chosenEdge]));
      store.set({ chosenEdge: null });
      return;
    }
    if (selection.length === 0) return;
    const before = nodeTowards(document(), drafting.kinds, focus.id, "left");
    session.seal();
    if (execute(removeNodes(selection, selection))) refocus(before);
  };
  return {
    remove,
    heal(focus) {
      if (focus.id === undefined) return;
      const node = nodeById(document(), focus.id);
      const before = nodeTowards(document(), drafting.kinds, focus.id, "left");
      if (!execute(removeAndHeal(focus.id))) return;
      announce(t("workflow.canvas.removed", { name: node ? nodeName(node, drafting.kinds, language) : "" }));
      refocus(before);
    },
    removeEdge(focus) {
      const edge = edgeFrom(document(), focus.id ?? "", focus.port ?? "");
      if (edge) execute(removeEdges([edge.id]));
    },
    duplicate() {
      const { selection } = store.get();
      if (selection.length === 0) return;
      session.seal();
      const { items, command } = duplicate(drafting, document(), new Set(selection));
      const [first] = items;
      if (!execute(command)) return;
      if (first !== undefined && items.length === 1) focusing.focusNode(first);
      else flow.select(items);
    },
    group() {
      const nodes = store.get().selection.filter(isNode);
      execute(groupNodes(drafting, nodes, t("workflow.canvas.newGroup")));
    },
    nudge(_, intent) {
      const { selection } = store.get();
      if (intent.do === "nudge" && selection.length > 0) execute(nudge(selection, intent));
    },
    undo: () => session.undo(),
    redo: () => session.redo(),
  };
}

/** Going about and opening things; nothing here changes the document. */
function useGoing({
  frame,
  drawing,
  flow,
  focusing,
  popups,
}: CanvasKeysInput): Partial<Record<Intent["do"], Doer>> {
  const { t } = useTranslation();
  const { session, drafting, store, announce, language } = useEditor();
  const { zoomIn, zoomOut, zoomTo, fitView } = useReactFlow();
  const document = () => session.getState().document;
  return {
    go(focus, intent) {
      if (intent.do !== "go") return;
      const next = nodeTowards(document(), drafting.kinds, focus.id, intent.direction);
      if (next === undefined) return;
      const { selection } = store.get();
      focusing.focusNode(next);
      if (intent.extend) flow.select([...selection, next]);
    },
    all: () => flow.select(drawing.nodes.map(({ id }) => id)),
    find: () => popups.openFind(),
    quickAdd(focus) {
      const beside = besideOf(focus.element) ?? undefined;
      const { selection } = store.get();
      const edge =
        focus.port === undefined ? undefined : edgeFrom(document(), focus.id ?? "", focus.port)?.id;
      const after = focus.id ?? selection[0];
      if (edge !== undefined) popups.openQuickAdd({ edge }, beside);
      else if (focus.port !== undefined)
        popups.openQuickAdd({ from: { source: focus.id ?? "", sourcePort: focus.port } }, beside);
      else popups.openQuickAdd(after === undefined ? {} : { after }, beside);
    },
    connect(focus) {
      const node = nodeById(document(), focus.id ?? "");
      if (node === undefined) return;
      const port = focus.port ?? freePort(document(), node, drafting.kinds)?.id;
      if (port === undefined)
        announce(t("workflow.connect.allTaken", { name: nodeName(node, drafting.kinds, language) }));
      else popups.openConnect({ source: node.id, sourcePort: port }, besideOf(focus.element));
    },
    rename: (focus) => store.set({ renaming: focus.id ?? null }),
    write: (focus) => store.set({ renaming: focus.id ?? null }),
    configure() {
      const fields = frame.current?.parentElement?.querySelectorAll<HTMLElement>("[data-inspector] input");
      fields?.[0]?.focus();
    },
    escape(focus) {
      if (focus.place === "port" && focus.id) cardElement(frame.current, focus.id)?.focus();
      else {
        flow.select([]);
        store.set({ chosenEdge: null });
        frame.current?.focus();
      }
    },
    zoomIn: () => void zoomIn(),
    zoomOut: () => void zoomOut(),
    zoomFull: () => void zoomTo(1),
    fit: () => void fitView({ padding: 0.1, maxZoom: 1 }),
  };
}

/** Intents that change the document: a reader's keys do not. */
const changing = new Set<Intent["do"]>([
  ...(["remove", "heal", "removeEdge", "duplicate", "group", "nudge", "undo", "redo"] as const),
  ...(["quickAdd", "connect", "rename", "write"] as const),
]);

export function useCanvasKeys(input: CanvasKeysInput) {
  const { readOnly, store } = useEditor();
  const doers = { ...useEditing(input), ...useGoing(input) };
  const pointer = useRef<ScreenPoint | null>(null);
  const { frame, drawing, flow, popups } = input;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isTyping(event.target) || event.nativeEvent.isComposing) return;
    // The pointer is over the canvas and nothing on it has the focus: Tab adds where the pointer is.
    const overCanvas = event.target === frame.current && pointer.current !== null;
    if (event.key === "Tab" && !event.shiftKey && overCanvas && !readOnly) {
      event.preventDefault();
      popups.openQuickAdd({ at: pointer.current as ScreenPoint });
      return;
    }
    const focus = focusOf(event.target, drawing);
    const { key, shiftKey: shift, altKey: alt } = event;
    const intent = intentOf({ key, shift, alt, ctrl: event.ctrlKey || event.metaKey }, focus.place);
    if (intent === undefined || (readOnly && changing.has(intent.do))) return;
    if (key === "Enter" && event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    event.stopPropagation();
    if (intent.do === "quickAdd" && overCanvas && store.get().selection.length === 0)
      popups.openQuickAdd({ at: pointer.current as ScreenPoint });
    else doers[intent.do]?.(focus, intent);
  };
  return {
    onKeyDown,
    /** A card that gets the focus by Tab or script is the chosen one. */
    onFocus(event: React.FocusEvent<HTMLElement>) {
      const { id, place } = focusOf(event.target, drawing);
      const { selection } = store.get();
      const byKeyboard = event.target.matches(":focus-visible");
      if (id === undefined || place === "port" || selection.includes(id) || !byKeyboard) return;
      flow.select([id]);
    },
    onPointerMove: (event: PointerEvent) => {
      pointer.current = { x: event.clientX, y: event.clientY };
    },
    onPointerLeave: () => {
      pointer.current = null;
    },
  };
}
