/** The drawing of a workflow: palette, canvas and inspector around one session. The page gives the vocabulary. */
import "@xyflow/react/dist/base.css";
import { ReactFlowProvider } from "@xyflow/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { VocabularyProvider } from "../conditions/vocabulary-context.tsx";
import type { DrawingProps } from "../document/drawing.ts";
import { createIdSource } from "../editor/workflow/ids.ts";
import { kindsOf } from "../editor/workflow/model.ts";
import { type CanvasEditor, CanvasEditorContext, emptyCanvasState } from "./editor-context.ts";
import { emptyHand } from "./hand.ts";
import { problemsByNode } from "./problems.ts";
import { createStore } from "./store.ts";
import { useWords, useWorkflowVocabulary } from "./use-words.ts";
import { Workbench } from "./Workbench.tsx";

export function WorkflowDrawing(props: DrawingProps<"workflow">) {
  return (
    <ReactFlowProvider>
      <Editor {...props} />
    </ReactFlowProvider>
  );
}

/** New ids stand apart from all that the session has seen. */
function useIds({ session }: DrawingProps<"workflow">) {
  const ids = useMemo(() => createIdSource(session.getState().document), [session]);
  useEffect(() => session.subscribe(() => ids.observe(session.getState().document)), [session, ids]);
  return ids;
}

function useCanvasEditor(
  props: DrawingProps<"workflow">,
  vocabulary: ReturnType<typeof useWorkflowVocabulary>,
  announce: (text: string) => void,
): CanvasEditor {
  const { session, execute, readOnly } = props;
  const words = useWords(vocabulary);
  const ids = useIds(props);
  const [store] = useState(() => createStore(emptyCanvasState));
  const [hand] = useState(() => createStore(emptyHand));
  const { catalog } = vocabulary;
  const kinds = useMemo(() => kindsOf(catalog), [catalog]);
  const drafting = useMemo(() => ({ kinds, ids }), [kinds, ids]);
  const { language } = words;
  return useMemo(
    () => ({ session, execute, drafting, words, language, readOnly, store, hand, announce }),
    [session, execute, drafting, words, language, readOnly, store, hand, announce],
  );
}

/** Problems are told to the cards once lint has spoken, each card its own. */
function useProblems({ session, findings }: DrawingProps<"workflow">, { store }: CanvasEditor): void {
  useEffect(() => {
    store.set({ problems: problemsByNode(session.getState().document, findings) });
  }, [session, findings, store]);
}

/** The two sides of a live region: the same words said twice are heard twice. */
function useAnnouncer() {
  const region = useRef<HTMLOutputElement>(null);
  const announce = useMemo(
    () => (text: string) => {
      const { current } = region;
      if (current) current.textContent = current.textContent === text ? `${text}\u00a0` : text;
    },
    [],
  );
  return { region, announce };
}

function Editor(props: DrawingProps<"workflow">) {
  const { t } = useTranslation();
  const { region, announce } = useAnnouncer();
  const vocabulary = useWorkflowVocabulary(props.document.spec.variables);
  const editor = useCanvasEditor(props, vocabulary, announce);
  useProblems(props, editor);
  return (
    <VocabularyProvider value={vocabulary}>
      <CanvasEditorContext value={editor}>
        <Workbench document={props.document} findings={props.findings} asked={props.asked} />
        <output ref={region} className="visually-hidden" aria-label={t("workflow.canvas.label")} />
      </CanvasEditorContext>
    </VocabularyProvider>
  );
}
