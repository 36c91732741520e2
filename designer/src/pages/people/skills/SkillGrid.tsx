/** The grid itself: sticky heads, one cell in the focus, only the rows that are seen. */
import { WarningOutlined } from "@ant-design/icons";
import type { Skill } from "@sluice/schemas";
import { Tooltip } from "antd";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AgentView } from "../../../client/types.ts";
import { inLanguage } from "../../../explain/names.ts";
import { Gap } from "../agents/AgentTable.tsx";
import type { House } from "../use-people.ts";
import { useVirtualRows } from "../use-virtual-rows.ts";
import { type GridPlace, keyMeaning, levelOf, type Want } from "./skill-grid.ts";
import styles from "./skills.module.css";
import { cellName, type Levels } from "./use-levels.ts";

const rowHeight = 36;
const headHeight = 64;

export interface SkillGridProps {
  readonly house: House;
  readonly agents: readonly AgentView[];
  readonly wanted: ReadonlyMap<string, Want>;
  readonly levels: Levels;
  readonly leads: boolean;
  readonly onOpen: (skill: string) => void;
}

/** The cell that an event happened in. */
function placeOf(target: EventTarget): GridPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("td[data-row]") : null;
  return cell ? { row: Number(cell.dataset.row), col: Number(cell.dataset.col) } : undefined;
}

export function SkillGrid(props: SkillGridProps) {
  const { t } = useTranslation();
  const { house, agents, levels, leads } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState<GridPlace>({ row: 0, col: 0 });
  const moved = useRef(false);
  const { rows, above, below, scrollTo } = useVirtualRows(agents.length, rowHeight, scroll, headHeight);
  useEffect(() => {
    if (!moved.current) return;
    scrollTo(focus.row);
    const frame = requestAnimationFrame(() => {
      const cell = `td[data-row="${focus.row}"][data-col="${focus.col}"]`;
      scroll.current?.querySelector<HTMLElement>(cell)?.focus();
      moved.current = false;
    });
    return () => cancelAnimationFrame(frame);
  }, [focus, scrollTo]);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeOf(event.target);
    if (!at || event.altKey) return;
    const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey };
    const meaning = keyMeaning(press, at, agents.length, house.skills.length);
    if (!meaning) return;
    event.preventDefault();
    if (meaning.type === "go") {
      moved.current = true;
      setFocus(meaning.to);
      return;
    }
    const [agent, skill] = [agents[at.row], house.skills[at.col]];
    if (agent && skill && leads) levels.set(agent, skill.key, meaning.level);
  };
  const onClick = (event: MouseEvent) => {
    const at = placeOf(event.target);
    if (at) setFocus(at);
  };
  const at: GridPlace = { ...focus, row: Math.min(focus.row, Math.max(0, agents.length - 1)) };
  return (
    <div ref={scroll} className={styles.scroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells are moved between with arrows
        role="grid"
        className={styles.grid}
        aria-label={t("people.skills.grid")}
        aria-rowcount={agents.length + 1}
        aria-readonly={!leads}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {t("people.skills.person")}
            </th>
            {house.skills.map((skill) => (
              <SkillHead key={skill.key} {...props} skill={skill} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={above} columns={house.skills.length + 1} />
          {rows.map((row) => (
            <SkillRow key={agents[row]?.id} {...props} row={row} focus={at} />
          ))}
          <Gap height={below} columns={house.skills.length + 1} />
        </tbody>
      </table>
    </div>
  );
}

function SkillHead({ house, skill, wanted, onOpen }: SkillGridProps & { skill: Skill }) {
  const { t, i18n } = useTranslation();
  const name = inLanguage(skill.label, i18n.language);
  const count = house.agents.filter((agent) => levelOf(agent, skill.key) > 0).length;
  const want = wanted.get(skill.key);
  const group = house.groups.find(({ key }) => key === want?.group);
  const warning = want
    ? `${group ? `${inLanguage(group.label, i18n.language)}: ` : ""}${t("people.skills.needed", { skill: name, level: want.level })}`
    : undefined;
  return (
    <th scope="col" data-wanted={want !== undefined}>
      <button type="button" title={t("people.skills.rename")} onClick={() => onOpen(skill.key)}>
        {name}
      </button>
      {warning ? (
        <Tooltip title={warning}>
          <small>
            <WarningOutlined aria-hidden /> {count === 0 ? t("people.skills.nobody") : count}
            <span className="visually-hidden">{warning}</span>
          </small>
        </Tooltip>
      ) : (
        <small title={t("people.skills.countOf", { skill: name, count })}>
          {count === 0 ? t("people.skills.nobody") : count}
        </small>
      )}
    </th>
  );
}

interface SkillRowProps extends SkillGridProps {
  readonly row: number;
  readonly focus: GridPlace;
}

function SkillRow({ house, agents, levels, row, focus }: SkillRowProps) {
  const { t, i18n } = useTranslation();
  const agent = agents[row];
  if (!agent) return null;
  return (
    <tr aria-rowindex={row + 2}>
      <th scope="row" title={agent.name}>
        {agent.name} <small>{agent.id}</small>
      </th>
      {house.skills.map((skill, col) => {
        const level = levelOf(agent, skill.key);
        const name = inLanguage(skill.label, i18n.language);
        const said = level === 0 ? t("people.skills.empty") : t("people.skills.level", { level });
        return (
          <td
            key={skill.key}
            data-row={row}
            data-col={col}
            data-level={level}
            data-saving={levels.saving.has(cellName(agent.id, skill.key))}
            tabIndex={focus.row === row && focus.col === col ? 0 : -1}
            aria-label={t("people.skills.cell", { person: agent.name, skill: name, level: said })}
          >
            {level === 0 ? "" : level}
          </td>
        );
      })}
    </tr>
  );
}
