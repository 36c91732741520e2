/** A node: family band, icon, its own name, what it does in words, and its ways out on the right. */
import { Handle, type NodeProps, Position } from "@xyflow/react";
import { type KeyboardEvent, memo } from "react";
import { useTranslation } from "react-i18next";
import { connectionRefusal } from "../editor/workflow/connect.ts";
import { nodeName, portsOf, showsPortRows } from "../editor/workflow/model.ts";
import { renameNode } from "../editor/workflow/nodes.ts";
import { inLanguage } from "../explain/names.ts";
import { nodeWords } from "../nodes/node-parts.ts";
import { CardPort } from "./CardPort.tsx";
import styles from "./card.module.css";
import type { CardData, CardNode } from "./drawing-model.ts";
import { useCanvas, useEditor } from "./editor-context.ts";
import { KindIcon } from "./icons.tsx";
import { useWorkflowTrial } from "./trial-context.ts";

export const NodeCard = memo(function NodeCard({ id, data, selected, dragging }: NodeProps<CardNode>) {
  const { drafting, words } = useEditor();
  const definition = drafting.kinds.get(data.node.type);
  const said = nodeWords(data.node, words);
  const refused = useRefused(id);
  const marked = useCanvas((state) => state.marked === id);
  const trial = useWorkflowTrial();
  const state = trial === null ? undefined : (trial.states.get(id) ?? "none");
  return (
    <div
      className={styles.card}
      data-family={definition?.family ?? "control"}
      data-selected={selected}
      data-dragging={dragging}
      data-marked={marked}
      data-refused={refused}
      data-trial={state}
    >
      <span className={styles.band} />
      {definition?.hasInput === false ? null : (
        <Handle type="target" position={Position.Left} className={styles.input} isConnectableStart={false} />
      )}
      <div className={styles.head}>
        <KindIcon name={definition?.icon} className={styles.icon} />
        <CardName node={data.node} />
        <p className={styles.words} title={said}>
          {said}
        </p>
      </div>
      <CardPorts data={data} selected={selected} />
      <ProblemsBadge id={id} />
      {state && state !== "none" && state !== "skipped" ? <TrialMark state={state} /> : null}
    </div>
  );
});

/** Whether the connection being dragged cannot end here. */
function useRefused(id: string): boolean {
  const { session, drafting, store } = useEditor();
  const from = useCanvas(({ drawnFrom }) => drawnFrom);
  if (from?.type !== "source" || from.node === id) return false;
  const { node: source, port: sourcePort } = from;
  const replaced = store.get().reconnecting ?? undefined;
  const { document } = session.getState();
  return (
    connectionRefusal(document, drafting.kinds, { source, sourcePort, target: id }, replaced) !== undefined
  );
}

function CardName({ node }: { node: CardData["node"] }) {
  const { drafting, language, execute, store } = useEditor();
  const { t } = useTranslation();
  const renaming = useCanvas((state) => state.renaming === node.id);
  const name = nodeName(node, drafting.kinds, language);
  if (!renaming)
    return (
      <strong className={styles.name} title={name}>
        {name}
      </strong>
    );
  const finish = (value: string | null) => {
    if (store.get().renaming !== node.id) return;
    if (value !== null && value.trim() !== name) execute(renameNode(node.id, value.trim()));
    store.set({ renaming: null });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    const card = event.currentTarget.closest<HTMLElement>(".react-flow__node");
    finish(event.key === "Enter" ? event.currentTarget.value : null);
    card?.focus();
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the name was asked to be written
      autoFocus
      className={`${styles.nameInput} nodrag nopan`}
      aria-label={t("workflow.canvas.rename")}
      defaultValue={name}
      maxLength={100}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

function CardPorts({ data, selected }: { data: CardData; selected: boolean }) {
  const { drafting, language } = useEditor();
  const ports = portsOf(data.node, drafting.kinds);
  const rows = showsPortRows(ports);
  const port = (index: number) => {
    const { id, label } = ports[index] ?? { id: "", label: { zh: "", en: "" } };
    return (
      <CardPort
        key={id}
        node={data.node}
        port={id}
        label={inLanguage(label, language)}
        edge={data.wires[id]}
        reachable={selected}
      />
    );
  };
  if (!rows) return ports.length === 0 ? null : port(0);
  return (
    <ul className={styles.ports}>
      {ports.map(({ id, label }, index) => (
        <li key={id} data-wired={data.wires[id] !== undefined}>
          <span title={inLanguage(label, language)}>{inLanguage(label, language)}</span>
          {port(index)}
        </li>
      ))}
    </ul>
  );
}

function ProblemsBadge({ id }: { id: string }) {
  const { t } = useTranslation();
  const problems = useCanvas((state) => state.problems.get(id));
  if (problems === undefined) return null;
  const text = t("workflow.canvas.problems", { count: problems.count });
  return (
    <span className={styles.problems} data-severity={problems.worst} title={text}>
      <span aria-hidden="true">{problems.count}</span>
      <span className="visually-hidden">{text}</span>
    </span>
  );
}

function TrialMark({ state }: { state: "passed" | "waiting" | "failed" }) {
  const { t } = useTranslation();
  return (
    <span className={styles.trialMark} data-state={state} title={t(`workflow.trial.${state}`)}>
      <span aria-hidden="true">{{ passed: "✓", waiting: "…", failed: "!" }[state]}</span>
      <span className="visually-hidden">{t(`workflow.trial.${state}`)}</span>
    </span>
  );
}
