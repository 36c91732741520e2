/** The grid of the week; a row is assigned from its name or from any of its days. */
import { Popover } from "antd";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AgentView } from "../../../client/types.ts";
import { inLanguage } from "../../../explain/names.ts";
import { Gap } from "../agents/AgentTable.tsx";
import type { House } from "../use-people.ts";
import { useVirtualRows } from "../use-virtual-rows.ts";
import { AssignShifts } from "./AssignShifts.tsx";
import styles from "./shifts.module.css";
import { bandsOf, coverOf, type Weekday, weekdays } from "./week.ts";

const rowHeight = 44;
const day = 24 * 60;

export interface WeekGridProps {
  readonly house: House;
  readonly agents: readonly AgentView[];
  readonly leads: boolean;
}

export function WeekGrid(props: WeekGridProps) {
  const { t } = useTranslation();
  const { house, agents } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const { rows, above, below } = useVirtualRows(agents.length, rowHeight, scroll);
  const [assigned, setAssigned] = useState<string | null>(null);
  return (
    <div ref={scroll} className={styles.scroll}>
      <table className={styles.week}>
        <caption className="visually-hidden">{t("people.shifts.week")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("people.shifts.person")}</th>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                {t(`people.shifts.days.d${weekday}`)}
                <Cover house={house} agents={agents} weekday={weekday} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={above} columns={8} />
          {rows.map((row) => {
            const agent = agents[row];
            return agent ? (
              <WeekRow
                key={agent.id}
                {...props}
                agent={agent}
                open={assigned === agent.id}
                onOpen={(open) => setAssigned(open ? agent.id : null)}
              />
            ) : null;
          })}
          <Gap height={below} columns={8} />
        </tbody>
      </table>
    </div>
  );
}

interface CoverProps {
  readonly house: House;
  readonly agents: readonly AgentView[];
  readonly weekday: Weekday;
}

/** How many are on duty, hour by hour. */
function Cover({ house, agents, weekday }: CoverProps) {
  const { t } = useTranslation();
  const cover = useMemo(() => coverOf(agents, house.shifts, weekday), [agents, house.shifts, weekday]);
  const most = Math.max(1, ...cover);
  const name = t(`people.shifts.days.d${weekday}`);
  const told = cover.map((count, hour) => t("people.shifts.coverAt", { day: name, hour, count }));
  return (
    <span className={styles.cover} role="img" aria-label={`${t("people.shifts.cover")}: ${told.join("; ")}`}>
      {cover.map((count, hour) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place
          key={hour}
          title={told[hour]}
          data-none={count === 0}
        >
          <span style={{ height: `${Math.max(8, (100 * count) / most)}%` }} />
        </span>
      ))}
    </span>
  );
}

interface WeekRowProps extends WeekGridProps {
  readonly agent: AgentView;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

function WeekRow({ house, agent, leads, open, onOpen }: WeekRowProps) {
  const { t } = useTranslation();
  const worked = house.shifts.filter(({ key }) => agent.shifts?.includes(key));
  const title = t("people.shifts.assign", { name: agent.name });
  return (
    <tr>
      <th scope="row">
        {leads ? (
          <Popover
            open={open}
            onOpenChange={onOpen}
            trigger="click"
            placement="rightTop"
            title={title}
            destroyOnHidden
            content={<AssignShifts house={house} agent={agent} />}
          >
            <button type="button" aria-label={title}>
              {agent.name}
            </button>
          </Popover>
        ) : (
          agent.name
        )}
      </th>
      {worked.length === 0 ? (
        <td colSpan={7} className={styles.always}>
          {t("people.shifts.always")}
        </td>
      ) : (
        weekdays.map((weekday) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard it is the button in the row's head
          <td key={weekday} data-editable={leads} onClick={() => leads && onOpen(true)}>
            <Day house={house} agent={agent} weekday={weekday} />
          </td>
        ))
      )}
    </tr>
  );
}

function Day({ house, agent, weekday }: { house: House; agent: AgentView; weekday: Weekday }) {
  const { t, i18n } = useTranslation();
  const worked = house.shifts.filter(({ key }) => agent.shifts?.includes(key));
  const bands = bandsOf(worked, weekday);
  const nameOf = (key: string) => {
    const found = house.shifts.find((shift) => shift.key === key);
    return found ? inLanguage(found.label, i18n.language) : key;
  };
  const said = bands.map(({ shift }) => nameOf(shift)).join(", ") || t("people.shifts.off");
  const label = t("people.shifts.band", {
    person: agent.name,
    day: t(`people.shifts.days.d${weekday}`),
    shifts: said,
  });
  return (
    <span className={styles.day} role="img" aria-label={label}>
      {bands.map(({ shift, from, to, line }) => (
        <span
          key={`${shift} ${from}`}
          className={styles.band}
          data-tone={house.shifts.findIndex(({ key }) => key === shift) % 6}
          data-line={line}
          title={nameOf(shift)}
          style={{ left: `${(100 * from) / day}%`, width: `${(100 * (to - from)) / day}%` }}
        >
          {nameOf(shift)}
        </span>
      ))}
    </span>
  );
}
