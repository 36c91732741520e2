/** What can be done to a line or a group besides filling it in: by menu, and by Alt with the arrow keys. */
import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CopyOutlined,
  DeleteOutlined,
  GroupOutlined,
  StopOutlined,
  SwapOutlined,
  UngroupOutlined,
} from "@ant-design/icons";
import type { MenuProps } from "antd";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Path, RuleProps } from "react-querybuilder";
import { useBuilder } from "./builder-context.ts";
import { type ConditionNode, isGroup, isNegated } from "./condition-tree.ts";
import { comparableType, toggleNot, withComparedFact } from "./new-rule.ts";
import { isReference } from "./value-kind.ts";

interface NodeAt {
  readonly node: ConditionNode;
  readonly path: Path;
  readonly actions: RuleProps["actions"];
}

function useNodeActions({ node, path, actions }: NodeAt) {
  const { replace, wrap, focusNext, neighbour, vocabulary } = useBuilder();
  const after = [...path.slice(0, -1), (path.at(-1) ?? 0) + 1];
  const move = (direction: "up" | "down") => {
    focusNext(node.id);
    actions.moveRule(path, direction);
  };
  return {
    move,
    remove: () => {
      focusNext(neighbour(path));
      if (isGroup(node)) actions.onGroupRemove(path);
      else actions.onRuleRemove(path);
    },
    duplicate: () => actions.moveRule(path, after, true),
    negate: () => replace(path, toggleNot),
    wrap: () => wrap(path),
    ungroup: () => actions.ungroupRuleGroup(path),
    compare: (fact: boolean) =>
      replace(path, (at) => (isGroup(at) ? at : withComparedFact(at, fact, vocabulary, Date.now()))),
  };
}

/** The menu of a node, its removal, and its keys. */
export function useNodeMenu(at: NodeAt) {
  const { t } = useTranslation();
  const { disabled, vocabulary, mayMove } = useBuilder();
  const { node } = at;
  const act = useNodeActions(at);
  const compares = !isGroup(node) && node.kind === "leaf" && isReference(node.value);
  const ofRule: MenuProps["items"] = isGroup(node)
    ? [{ key: "ungroup", icon: <UngroupOutlined />, label: t("conditions.ungroup"), onClick: act.ungroup }]
    : [
        {
          key: "negate",
          icon: <StopOutlined />,
          label: t(isNegated(node) ? "conditions.affirm" : "conditions.negate"),
          onClick: act.negate,
        },
        ...(compares || comparableType(node, vocabulary) !== undefined
          ? [
              {
                key: "compare",
                icon: <SwapOutlined />,
                label: t(compares ? "conditions.compareValue" : "conditions.compareFact"),
                onClick: () => act.compare(!compares),
              },
            ]
          : []),
      ];
  const items: MenuProps["items"] = [
    ...ofRule,
    { key: "wrap", icon: <GroupOutlined />, label: t("conditions.wrap"), onClick: act.wrap },
    { key: "duplicate", icon: <CopyOutlined />, label: t("conditions.duplicate"), onClick: act.duplicate },
    { type: "divider" },
    {
      key: "up",
      icon: <ArrowUpOutlined />,
      label: t("conditions.moveUp"),
      extra: "Alt ↑",
      disabled: !mayMove(at.path, "up"),
      onClick: () => act.move("up"),
    },
    {
      key: "down",
      icon: <ArrowDownOutlined />,
      label: t("conditions.moveDown"),
      extra: "Alt ↓",
      disabled: !mayMove(at.path, "down"),
      onClick: () => act.move("down"),
    },
    { type: "divider" },
    {
      key: "remove",
      icon: <DeleteOutlined />,
      label: t("conditions.remove"),
      danger: true,
      onClick: act.remove,
    },
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    if (disabled || !event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    event.stopPropagation();
    act.move(event.key === "ArrowUp" ? "up" : "down");
  };
  return { menu: { items }, remove: act.remove, negate: act.negate, onKeyDown };
}
