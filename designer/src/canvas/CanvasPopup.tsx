/** The list that is open over the canvas: what to add, where a connection goes, or which node to find. */
import { type RefObject, useCallback, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { connect, connectionRefusal } from "../editor/workflow/connect.ts";
import { readingOrder } from "../editor/workflow/graph.ts";
import { nodeById, nodeName, portsOf } from "../editor/workflow/model.ts";
import type { Origin } from "../editor/workflow/nodes.ts";
import { inLanguage } from "../explain/names.ts";
import { nodeWords } from "../nodes/node-parts.ts";
import { type AddingPlace, type ScreenPoint, useAdding } from "./adding-context.ts";
import { type Choice, Chooser } from "./Chooser.tsx";
import { useEditor } from "./editor-context.ts";
import { KindIcon } from "./icons.tsx";
import { matchingEntries, type PaletteEntry } from "./palette-entries.ts";
import styles from "./surface.module.css";
import type { Focusing } from "./use-focusing.ts";
import type { Popups } from "./use-popups.ts";

export interface CanvasPopupProps {
  readonly frame: RefObject<HTMLElement | null>;
  readonly entries: readonly PaletteEntry[];
  readonly popups: Popups;
  readonly focusing: Focusing;
}

/** Width and greatest height of a list. */
const size = { width: 300, height: 360 };

/** Where the list stands so that all of it is on the canvas; without a point at the top in the middle. */
function standing(frame: HTMLElement | null, at: ScreenPoint | null) {
  const box = frame?.getBoundingClientRect();
  if (box === undefined || at === null) return { left: "50%", top: 56, transform: "translateX(-50%)" };
  const left = Math.max(8, Math.min(at.x - box.x, box.width - size.width - 8));
  const top = Math.max(8, Math.min(at.y - box.y, box.height - size.height - 8));
  return { left, top };
}

/**
 * Gives the focus back to the canvas when a list closes and nothing else took it. Left on the page's
 * body, the next Ctrl A would mark the page's text and no node.
 */
function useFocusReturning(frame: RefObject<HTMLElement | null>, open: boolean): void {
  useEffect(() => {
    if (!open) return;
    return () => {
      // What was chosen may focus its node a moment later; that is left to it.
      requestAnimationFrame(() => {
        if (globalThis.document.activeElement === globalThis.document.body) frame.current?.focus();
      });
    };
  }, [open, frame]);
}

export function CanvasPopup({ frame, entries, popups, focusing }: CanvasPopupProps) {
  const { popup, close } = popups;
  useFocusReturning(frame, popup !== null);
  if (popup === null) return null;
  return (
    <div className={styles.popup} style={standing(frame.current, "at" in popup ? popup.at : null)}>
      {popup.type === "quickAdd" ? <QuickAdd entries={entries} place={popup.place} onClose={close} /> : null}
      {popup.type === "connect" ? <ConnectTo from={popup.from} focusing={focusing} onClose={close} /> : null}
      {popup.type === "find" ? <FindNode focusing={focusing} onClose={close} /> : null}
    </div>
  );
}

interface QuickAddProps {
  readonly entries: readonly PaletteEntry[];
  readonly place: AddingPlace;
  readonly onClose: () => void;
}

function QuickAdd({ entries, place, onClose }: QuickAddProps) {
  const { t } = useTranslation();
  const { add } = useAdding();
  const fitting = entries.filter(
    ({ hasInput, hasOutput }) =>
      (place.from === undefined || hasInput) && (place.edge === undefined || (hasInput && hasOutput)),
  );
  const choicesFor = (typed: string): readonly Choice[] =>
    matchingEntries(fitting, typed).map((entry) => ({
      id: entry.id,
      text: entry.label,
      group: t(`workflow.palette.family.${entry.family}`),
      icon: (
        <span className={styles.choiceIcon} data-family={entry.family}>
          <KindIcon name={entry.icon} />
        </span>
      ),
    }));
  return (
    <Chooser
      title={t(fitting.length < entries.length ? "workflow.quickAdd.fits" : "workflow.quickAdd.title")}
      placeholder={t("workflow.quickAdd.search")}
      choicesFor={choicesFor}
      onChoose={(id) => {
        const entry = fitting.find((known) => known.id === id);
        onClose();
        if (entry) add(entry, place);
      }}
      onClose={onClose}
    />
  );
}

/** Every node as a choice, in reading order. */
function useNodeChoices() {
  const { session, drafting, language, words } = useEditor();
  const { kinds } = drafting;
  return useMemo(() => {
    const { document } = session.getState();
    return readingOrder(document, kinds).flatMap((id) => {
      const node = nodeById(document, id);
      if (node === undefined) return [];
      return [
        {
          id,
          text: nodeName(node, kinds, language),
          meta: nodeWords(node, words),
          icon: (
            <span className={styles.choiceIcon} data-family={kinds.get(node.type)?.family}>
              <KindIcon name={kinds.get(node.type)?.icon} />
            </span>
          ),
        },
      ];
    });
  }, [session, kinds, language, words]);
}

const holds = ({ id, text, meta = "" }: Choice, typed: string): boolean =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => `${id} ${text} ${meta}`.toLowerCase().includes(word));

interface NodeListProps {
  readonly focusing: Focusing;
  readonly onClose: () => void;
}

/** Lights the node a list points at and brings it into view. */
function useMarking({ reveal }: Focusing) {
  const { store } = useEditor();
  return useCallback(
    (id: string | null) => {
      store.set({ marked: id });
      if (id !== null) reveal(id);
    },
    [store, reveal],
  );
}

function FindNode({ focusing, onClose }: NodeListProps) {
  const { t } = useTranslation();
  const nodes = useNodeChoices();
  return (
    <Chooser
      title={t("workflow.find.title")}
      placeholder={t("workflow.find.search")}
      choicesFor={(typed) => nodes.filter((choice) => holds(choice, typed))}
      onMark={useMarking(focusing)}
      onChoose={(id) => {
        onClose();
        focusing.focusNode(id);
      }}
      onClose={onClose}
    />
  );
}

function ConnectTo({ from, focusing, onClose }: NodeListProps & { readonly from: Origin }) {
  const { t } = useTranslation();
  const { session, drafting, execute, announce, language } = useEditor();
  const { document } = session.getState();
  const nodes = useNodeChoices();
  const source = nodeById(document, from.source);
  const port = source && portsOf(source, drafting.kinds).find(({ id }) => id === from.sourcePort);
  const targets = nodes
    .filter(({ id }) => id !== from.source)
    .map((choice): Choice => {
      const refusal = connectionRefusal(document, drafting.kinds, { ...from, target: choice.id });
      if (refusal === undefined) return choice;
      const reason = t(refusal.reason.key as "workflow.refusals.gone", refusal.reason.values ?? {});
      return { ...choice, meta: reason, disabled: true };
    })
    .sort((a, b) => Number(a.disabled ?? false) - Number(b.disabled ?? false));
  const finish = () => {
    onClose();
    focusing.focusNode(from.source);
  };
  return (
    <Chooser
      title={t("workflow.connect.title", {
        name: source ? nodeName(source, drafting.kinds, language) : "",
        port: port ? inLanguage(port.label, language) : from.sourcePort,
      })}
      placeholder={t("workflow.connect.search")}
      choicesFor={(typed) => targets.filter((choice) => holds(choice, typed))}
      onMark={useMarking(focusing)}
      onChoose={(target) => {
        session.seal();
        if (execute(connect(drafting, { ...from, target })))
          announce(
            t("workflow.canvas.connected", { name: nodes.find(({ id }) => id === target)?.text ?? target }),
          );
        finish();
      }}
      onClose={finish}
    />
  );
}
