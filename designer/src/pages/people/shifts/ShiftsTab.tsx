/** The week: a row for each agent, their shifts as bands on each day; above it the shifts themselves. */
import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../../../explain/names.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { AgentFilters, type TabProps, useAgentFilter } from "../agents/AgentsTab.tsx";
import { filterAgents } from "../agents/agent-filter.ts";
import styles from "../people.module.css";
import { ShiftDrawer } from "./ShiftDrawer.tsx";
import week from "./shifts.module.css";
import { WeekGrid } from "./WeekGrid.tsx";

const filters = ["q", "group"] as const;

export function ShiftsTab({ house, leads }: TabProps) {
  const { t, i18n } = useTranslation();
  const { filter } = useAgentFilter();
  const [opened, setOpened] = useState<{ readonly key: string | null } | null>(null);
  const { q, group } = filter;
  const shown = useMemo(
    () => filterAgents(house.agents, { q, group, presence: undefined, skill: undefined }),
    [house.agents, q, group],
  );
  return (
    <>
      <div className={styles.bar}>
        <AgentFilters house={house} only={filters} />
        {leads ? (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpened({ key: null })}>
            {t("people.shifts.add")}
          </Button>
        ) : null}
      </div>
      {house.shifts.length === 0 ? (
        <Notice title={t("people.shifts.none")} text={t("people.shifts.noneText")} drawing="empty" />
      ) : (
        <>
          <ul className={week.shifts} aria-label={t("people.shifts.list")}>
            {house.shifts.map((shift, place) => {
              const name = inLanguage(shift.label, i18n.language);
              const count = house.agents.filter(({ shifts = [] }) => shifts.includes(shift.key)).length;
              return (
                <li key={shift.key}>
                  <button
                    type="button"
                    data-tone={place % 6}
                    title={t(leads ? "people.shifts.edit" : "people.look", { name })}
                    onClick={() => setOpened({ key: shift.key })}
                  >
                    <strong>{name}</strong>
                    <span className="num">
                      {t("people.shifts.time", { start: shift.start, end: shift.end })}
                    </span>
                    <small>{t("people.shifts.people", { count })}</small>
                  </button>
                </li>
              );
            })}
            <li className={week.hint}>{t("people.shifts.hint")}</li>
          </ul>
          <WeekGrid house={house} agents={shown} leads={leads} />
        </>
      )}
      {opened ? (
        <ShiftDrawer house={house} shiftKey={opened.key} leads={leads} onClose={() => setOpened(null)} />
      ) : null}
    </>
  );
}
