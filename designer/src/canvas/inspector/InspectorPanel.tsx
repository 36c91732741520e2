/** What is chosen, in full: its config, the data at that place, what its kind is. Nothing chosen: the workflow itself. */
import type { Finding } from "@sluice/schemas";
import { Tabs } from "antd";
import { type KeyboardEvent, memo, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { nodeById, type WorkflowDocument } from "../../editor/workflow/model.ts";
import { useCanvas, useEditor } from "../editor-context.ts";
import type { Place } from "../problems.ts";
import { cardElement } from "../use-focusing.ts";
import { AboutTab } from "./AboutTab.tsx";
import { ConfigTab } from "./ConfigTab.tsx";
import { DataTab } from "./DataTab.tsx";
import styles from "./inspector.module.css";
import { NoteForm } from "./NoteForm.tsx";
import { WorkflowForm } from "./WorkflowForm.tsx";

export interface InspectorPanelProps {
  readonly document: WorkflowDocument;
  readonly findings: readonly Finding[];
  /** What somebody asked to see. */
  readonly place: Place | null;
}

export const InspectorPanel = memo(function InspectorPanel(props: InspectorPanelProps) {
  const { t } = useTranslation();
  const { store } = useEditor();
  // Back to the card that is written about; lists and dialogs inside have taken their own Escape before.
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const [id] = store.get().selection;
    if (event.key !== "Escape" || event.defaultPrevented || id === undefined) return;
    cardElement(event.currentTarget.parentElement, id)?.focus();
  };
  return (
    <aside
      className={styles.panel}
      data-inspector
      aria-label={t("workflow.inspector.label")}
      onKeyDown={onKeyDown}
    >
      <Chosen {...props} />
    </aside>
  );
});

function Chosen({ document, findings, place }: InspectorPanelProps) {
  const { t } = useTranslation();
  const selection = useCanvas((state) => state.selection);
  const [id, ...others] = selection;
  if (others.length > 0)
    return <p className={styles.several}>{t("workflow.inspector.several", { count: selection.length })}</p>;
  const node = id === undefined ? undefined : nodeById(document, id);
  if (node)
    return <NodePanel key={node.id} document={document} node={node} findings={findings} place={place} />;
  const note = (document.spec.notes ?? []).find((known) => known.id === id);
  return note ? <NoteForm note={note} /> : <WorkflowForm document={document} findings={findings} />;
}

interface NodePanelProps extends InspectorPanelProps {
  readonly node: WorkflowDocument["spec"]["nodes"][number];
}

function NodePanel({ document, node, findings, place }: NodePanelProps) {
  const { t } = useTranslation();
  const [tab, setTab] = useState("config");
  const asked = place?.type === "node" && place.id === node.id ? place : null;
  // A field that was asked for is on the first tab, whichever was open.
  useEffect(() => {
    if (asked) setTab("config");
  }, [asked]);
  return (
    <Tabs
      className={styles.tabs ?? ""}
      activeKey={tab}
      onChange={setTab}
      items={[
        {
          key: "config",
          label: t("workflow.inspector.config"),
          children: <ConfigTab document={document} node={node} findings={findings} asked={asked} />,
        },
        {
          key: "data",
          label: t("workflow.inspector.data"),
          children: <DataTab document={document} node={node} />,
        },
        { key: "about", label: t("workflow.inspector.about"), children: <AboutTab node={node} /> },
      ]}
    />
  );
}
