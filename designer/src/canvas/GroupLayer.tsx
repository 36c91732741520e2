/** The boxes around groups; they follow their nodes, and their name takes all of them in hand. */
import { useReactFlow, useStore, ViewportPortal } from "@xyflow/react";
import { type KeyboardEvent, memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { renameGroup } from "../editor/workflow/groups.ts";
import type { WorkflowGroup } from "../editor/workflow/model.ts";
import { useEditor } from "./editor-context.ts";
import { emptyHand } from "./hand.ts";
import { useStored } from "./store.ts";
import styles from "./surface.module.css";

const padding = 20;
const nameHeight = 24;
const noPlaces = emptyHand.places;

/** `x y width height` around the nodes as they stand now, also while they are dragged. */
function useBox(nodes: readonly string[]): string {
  const { hand } = useEditor();
  const held = useStored(hand, ({ places }) => (nodes.some((id) => places.has(id)) ? places : noPlaces));
  return useStore(({ nodeLookup }) => {
    let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1e9, -1e9];
    for (const id of nodes) {
      const node = nodeLookup.get(id);
      if (node === undefined) continue;
      const { x, y } = held.get(id)?.to ?? node.internals.positionAbsolute;
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x + (node.measured.width ?? node.width ?? 0));
      bottom = Math.max(bottom, y + (node.measured.height ?? node.height ?? 0));
    }
    if (left > right) return "";
    return `${left - padding} ${top - padding - nameHeight} ${right - left + 2 * padding} ${bottom - top + 2 * padding + nameHeight}`;
  });
}

export interface GroupLayerProps {
  readonly groups: readonly WorkflowGroup[];
  readonly onSelect: (nodes: readonly string[]) => void;
}

export const GroupLayer = memo(function GroupLayer({ groups, onSelect }: GroupLayerProps) {
  return (
    <ViewportPortal>
      {groups.map((group) => (
        <GroupBox key={group.id} group={group} onSelect={onSelect} />
      ))}
    </ViewportPortal>
  );
});

function GroupBox({ group, onSelect }: { group: WorkflowGroup; onSelect: GroupLayerProps["onSelect"] }) {
  const { t } = useTranslation();
  const box = useBox(group.nodes);
  if (box === "") return null;
  const [x = 0, y = 0, width = 0, height = 0] = box.split(" ").map(Number);
  return (
    <div className={styles.group} style={{ transform: `translate(${x}px, ${y}px)`, width, height }}>
      <GroupName
        group={group}
        onSelect={onSelect}
        label={t("workflow.canvas.group", { name: group.name, count: group.nodes.length })}
      />
    </div>
  );
}

function GroupName({
  group,
  onSelect,
  label,
}: {
  group: WorkflowGroup;
  label: string;
  onSelect: GroupLayerProps["onSelect"];
}) {
  const { t } = useTranslation();
  const { execute, readOnly } = useEditor();
  const { getViewport } = useReactFlow();
  const [writing, setWriting] = useState(false);
  const finish = (name: string | null) => {
    setWriting(false);
    if (name !== null && name.trim() !== group.name) execute(renameGroup(group.id, name.trim()));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") finish(event.currentTarget.value);
    if (event.key === "Escape") finish(null);
  };
  if (writing)
    return (
      <input
        // biome-ignore lint/a11y/noAutofocus: the name was asked to be written
        autoFocus
        className="nodrag nopan"
        aria-label={t("workflow.canvas.rename")}
        defaultValue={group.name}
        maxLength={100}
        onBlur={(event) => finish(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    );
  return (
    <button
      type="button"
      className="nopan"
      aria-label={label}
      title={label}
      style={{ fontSize: 12 / Math.min(1, Math.max(0.5, getViewport().zoom)) }}
      onClick={() => onSelect(group.nodes)}
      onDoubleClick={() => (readOnly ? undefined : setWriting(true))}
    >
      {group.name}
    </button>
  );
}
