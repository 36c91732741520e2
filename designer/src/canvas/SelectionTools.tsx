/** What can be done with several things at once; shown while more than one is chosen. */
import {
  AlignCenterOutlined,
  AlignLeftOutlined,
  AlignRightOutlined,
  ColumnWidthOutlined,
  CopyOutlined,
  DeleteOutlined,
  GroupOutlined,
  LineHeightOutlined,
  UngroupOutlined,
  VerticalAlignBottomOutlined,
  VerticalAlignMiddleOutlined,
  VerticalAlignTopOutlined,
} from "@ant-design/icons";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { type Alignment, align, distribute } from "../editor/workflow/arrange.ts";
import { duplicate } from "../editor/workflow/clipboard.ts";
import { groupNodes, ungroup } from "../editor/workflow/groups.ts";
import { nodeById } from "../editor/workflow/model.ts";
import { removeNodes } from "../editor/workflow/nodes.ts";
import { Tool } from "./CanvasTools.tsx";
import { useCanvas, useEditor } from "./editor-context.ts";
import styles from "./tools.module.css";

const alignments: readonly (readonly [Alignment, typeof AlignLeftOutlined])[] = [
  ["left", AlignLeftOutlined],
  ["center", AlignCenterOutlined],
  ["right", AlignRightOutlined],
  ["top", VerticalAlignTopOutlined],
  ["middle", VerticalAlignMiddleOutlined],
  ["bottom", VerticalAlignBottomOutlined],
];

export interface SelectionToolsProps {
  readonly select: (ids: readonly string[]) => void;
}

export const SelectionTools = memo(function SelectionTools({ select }: SelectionToolsProps) {
  const { t } = useTranslation();
  const { readOnly, session, execute, drafting } = useEditor();
  const selection = useCanvas((state) => state.selection);
  if (readOnly || selection.length < 2) return null;
  const { document } = session.getState();
  const nodes = selection.filter((id) => nodeById(document, id) !== undefined);
  const groups = (document.spec.groups ?? []).filter((group) =>
    group.nodes.every((id) => selection.includes(id)),
  );
  const copy = () => {
    const { items, command } = duplicate(drafting, document, new Set(selection));
    if (execute(command)) select(items);
  };
  return (
    <div className={styles.selection} role="toolbar" aria-label={t("workflow.tools.selection")}>
      <span className={styles.count}>{t("workflow.canvas.selected", { count: selection.length })}</span>
      {nodes.length < 2 ? null : (
        <>
          {alignments.map(([how, Icon]) => (
            <Tool
              key={how}
              label={t(`workflow.tools.${how}`)}
              onClick={() => execute(align(nodes, how, drafting.kinds))}
            >
              <Icon aria-hidden />
            </Tool>
          ))}
          <span className={styles.rule} />
        </>
      )}
      {nodes.length < 3 ? null : (
        <>
          <Tool
            label={t("workflow.tools.distributeX")}
            onClick={() => execute(distribute(nodes, "x", drafting.kinds))}
          >
            <ColumnWidthOutlined aria-hidden />
          </Tool>
          <Tool
            label={t("workflow.tools.distributeY")}
            onClick={() => execute(distribute(nodes, "y", drafting.kinds))}
          >
            <LineHeightOutlined aria-hidden />
          </Tool>
          <span className={styles.rule} />
        </>
      )}
      {nodes.length === 0 ? null : groups.length > 0 ? (
        <Tool
          label={t("workflow.tools.ungroup")}
          onClick={() => execute(ungroup(groups.map(({ id }) => id)))}
        >
          <UngroupOutlined aria-hidden />
        </Tool>
      ) : (
        <Tool
          label={t("workflow.tools.group")}
          onClick={() => execute(groupNodes(drafting, nodes, t("workflow.canvas.newGroup")))}
        >
          <GroupOutlined aria-hidden />
        </Tool>
      )}
      <Tool label={t("workflow.tools.duplicate")} onClick={copy}>
        <CopyOutlined aria-hidden />
      </Tool>
      <Tool label={t("workflow.tools.remove")} onClick={() => execute(removeNodes(selection, selection))}>
        <DeleteOutlined aria-hidden />
      </Tool>
    </div>
  );
});
