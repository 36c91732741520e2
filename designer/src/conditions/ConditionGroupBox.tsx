/** A group: how its lines combine as a pill, the lines along a bracket, and what can be added. */
import { AppstoreAddOutlined, MoreOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown, Select, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import type { RuleGroupProps } from "react-querybuilder";
import { asGroup, useBuilder } from "./builder-context.ts";
import { type ConditionGroup, isBare, isGroup, isNegated, placeText } from "./condition-tree.ts";
import styles from "./conditions.module.css";
import { NodeFindings, TraceMark } from "./NodeMarks.tsx";
import { useNodeMenu } from "./use-node-menu.tsx";

const modes = ["all", "any", "none", "notAll"] as const;
type Mode = (typeof modes)[number];

const modeOf = (group: ConditionGroup): Mode =>
  isNegated(group) ? (group.combinator === "any" ? "none" : "notAll") : group.combinator;

function inMode(group: ConditionGroup, mode: Mode): ConditionGroup {
  const negated = mode === "none" || mode === "notAll";
  const combinator = mode === "all" || mode === "notAll" ? "all" : "any";
  const nots = negated === isNegated(group) ? group.nots : negated ? group.nots + 1 : group.nots - 1;
  return { ...group, combinator, nots };
}

function ModePill({ group, path }: { group: ConditionGroup; path: readonly number[] }) {
  const { t } = useTranslation();
  const { replace, disabled } = useBuilder();
  const mode = modeOf(group);
  return (
    <Select<Mode>
      size="small"
      variant="borderless"
      className={styles.pill ?? ""}
      data-mode={mode}
      aria-label={t("conditions.combinator")}
      value={mode}
      disabled={disabled}
      popupMatchSelectWidth={false}
      options={modes.map((value) => ({
        value,
        label: t(`conditions.group.${value}`),
        title: t(`conditions.groupHelp.${value}`),
      }))}
      optionRender={(option) => (
        <span className={styles.option}>
          <span>{option.label}</span>
          <span className={styles.quiet}>{t(`conditions.groupHelp.${option.value as Mode}`)}</span>
        </span>
      )}
      onChange={(next) => replace(path, (node) => (isGroup(node) ? inMode(node, next) : node))}
    />
  );
}

function AddButtons({ path }: { path: readonly number[] }) {
  const { t } = useTranslation();
  const { addRule, addGroup } = useBuilder();
  return (
    <div className={styles.foot}>
      <Button size="small" type="text" icon={<PlusOutlined />} onClick={() => addRule(path)}>
        {t("conditions.add")}
      </Button>
      <Button size="small" type="text" icon={<AppstoreAddOutlined />} onClick={() => addGroup(path)}>
        {t("conditions.addGroup")}
      </Button>
    </div>
  );
}

function GroupHead({
  group,
  path,
  actions,
}: { group: ConditionGroup } & Pick<RuleGroupProps, "path" | "actions">) {
  const { t } = useTranslation();
  const { notes, disabled } = useBuilder();
  const { menu, onKeyDown } = useNodeMenu({ node: group, path, actions });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for moving the group; its controls have the focus
    <div className={styles.head} onKeyDown={onKeyDown}>
      <ModePill group={group} path={path} />
      <TraceMark trace={notes.get(group.id)?.trace} />
      <span className={styles.grow} />
      {path.length === 0 || disabled ? null : (
        <Dropdown menu={menu} trigger={["click"]}>
          <Tooltip title={t("conditions.more")}>
            <Button size="small" type="text" icon={<MoreOutlined />} aria-label={t("conditions.more")} />
          </Tooltip>
        </Dropdown>
      )}
    </div>
  );
}

export function ConditionGroupBox(props: RuleGroupProps) {
  const { t } = useTranslation();
  const { notes, disabled } = useBuilder();
  const { path, actions, schema, translations } = props;
  const group = asGroup(props.ruleGroup);
  const { rule: Row, ruleGroup: Box } = schema.controls;
  const bare = path.length === 0 && isBare(group);
  const count = group.rules.length;
  const label = t("conditions.groupLabel", {
    place: placeText(path),
    combinator: t(`conditions.group.${modeOf(group)}`),
    count,
  });
  return (
    <fieldset className={bare ? styles.plain : styles.group} data-node={group.id} aria-label={label}>
      {bare ? null : <GroupHead group={group} path={path} actions={actions} />}
      <NodeFindings findings={notes.get(group.id)?.findings ?? []} />
      <div className={styles.lines}>
        {group.rules.map((node, index) => {
          const shared = { path: [...path, index], actions, schema, translations, id: node.id };
          return isGroup(node) ? (
            <Box key={node.id} {...shared} ruleGroup={node as unknown as RuleGroupProps["ruleGroup"]} />
          ) : (
            <Row key={node.id} {...shared} rule={node} />
          );
        })}
      </div>
      {disabled ? null : <AddButtons path={path} />}
    </fieldset>
  );
}
