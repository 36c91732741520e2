/** The agents: who is there, how loaded, and what can be done with each. */
import { PlusOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { presenceList } from "../../../client/vocabulary.ts";
import { inLanguage } from "../../../explain/names.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { HandOverDialog } from "../hand-over/HandOverDialog.tsx";
import styles from "../people.module.css";
import type { House } from "../use-people.ts";
import { AgentDrawer, type OpenAgent } from "./AgentDrawer.tsx";
import { AgentTable } from "./AgentTable.tsx";
import {
  type AgentFilter,
  filterAgents,
  isFiltering,
  parseAgentFilter,
  withAgentFilter,
} from "./agent-filter.ts";

export interface TabProps {
  readonly house: House;
  /** May change people. */
  readonly leads: boolean;
}

/** The filter of the URL and how to change it. */
export function useAgentFilter() {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => parseAgentFilter(search), [search]);
  const change = (part: Partial<AgentFilter>) =>
    setSearch((now) => withAgentFilter(now, { ...parseAgentFilter(now), ...part }), { replace: true });
  return { filter, change };
}

export function AgentsTab({ house, leads }: TabProps) {
  const { t } = useTranslation();
  const { filter, change } = useAgentFilter();
  const [opened, setOpened] = useState<OpenAgent | null>(null);
  const [leaving, setLeaving] = useState<string | null>(null);
  const shown = useMemo(() => filterAgents(house.agents, filter), [house.agents, filter]);
  const leaver = house.agents.find(({ id }) => id === leaving);
  const add = () => setOpened({ type: "new" });
  return (
    <>
      <div className={styles.bar}>
        <AgentFilters house={house} />
        {leads ? (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={add}>
            {t("people.agents.add")}
          </Button>
        ) : null}
      </div>
      {house.agents.length === 0 ? (
        <Notice title={t("people.agents.none")} text={t("people.agents.noneText")} drawing="empty">
          {leads ? (
            <Button type="primary" onClick={add}>
              {t("people.agents.add")}
            </Button>
          ) : null}
        </Notice>
      ) : shown.length === 0 && isFiltering(filter) ? (
        <Notice title={t("people.filter.none")} drawing="empty">
          <Button onClick={() => change({ q: "", group: undefined, presence: undefined, skill: undefined })}>
            {t("people.filter.clear")}
          </Button>
        </Notice>
      ) : (
        <AgentTable house={house} agents={shown} leads={leads} onOpen={setOpened} onHandOver={setLeaving} />
      )}
      {opened ? (
        <AgentDrawer house={house} open={opened} leads={leads} onClose={() => setOpened(null)} />
      ) : null}
      {leaver ? <HandOverDialog house={house} agent={leaver} onClose={() => setLeaving(null)} /> : null}
    </>
  );
}

/** Search, group, presence and skill. */
export function AgentFilters({ house, only }: { house: House; only?: readonly (keyof AgentFilter)[] }) {
  const { t, i18n } = useTranslation();
  const { filter, change } = useAgentFilter();
  const named = (items: readonly { key: string; label: { zh: string; en: string } }[]) =>
    items.map(({ key, label }) => ({ value: key, label: inLanguage(label, i18n.language) }));
  const shows = (name: keyof AgentFilter) => only === undefined || only.includes(name);
  const options = {
    group: named(house.groups),
    presence: presenceList.map((value) => ({ value, label: t(`words.presence.${value}`) })),
    skill: named(house.skills),
  };
  return (
    <div className={styles.filters}>
      {shows("q") ? (
        <Input
          className={styles.search ?? ""}
          allowClear
          prefix={<SearchOutlined aria-hidden />}
          aria-label={t("people.filter.search")}
          placeholder={t("people.filter.search")}
          value={filter.q}
          onChange={({ target }) => change({ q: target.value })}
        />
      ) : null}
      {(["group", "presence", "skill"] as const).filter(shows).map((name) => (
        <Select
          key={name}
          className={styles.select ?? ""}
          allowClear
          aria-label={t(`people.filter.${name}`)}
          placeholder={t(`people.filter.${name}`)}
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: "label" }}
          value={filter[name] ?? null}
          options={options[name]}
          onChange={(value: string | null) => change({ [name]: value ?? undefined })}
        />
      ))}
    </div>
  );
}
