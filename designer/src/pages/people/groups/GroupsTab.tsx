/** The groups: who leads them, who is in them, how loaded they are. */
import { PlusOutlined } from "@ant-design/icons";
import type { Group } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { routingLoadQuery } from "../../../client/routing.ts";
import { inLanguage } from "../../../explain/names.ts";
import { LoadBar } from "../../../ui/LoadBar.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import type { TabProps } from "../agents/AgentsTab.tsx";
import { loadOf } from "../load.ts";
import styles from "../people.module.css";
import type { House } from "../use-people.ts";
import { GroupDrawer } from "./GroupDrawer.tsx";
import groups from "./groups.module.css";

const columns = ["name", "lead", "director", "members", "load"] as const;

export function GroupsTab({ house, leads }: TabProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<{ readonly key: string | null } | null>(null);
  const add = () => setOpened({ key: null });
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.hint} />
        {leads ? (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={add}>
            {t("people.groups.add")}
          </Button>
        ) : null}
      </div>
      {house.groups.length === 0 ? (
        <Notice title={t("people.groups.none")} text={t("people.groups.noneText")} drawing="empty" />
      ) : (
        <div className={styles.scroll}>
          <table className={`${styles.table} ${groups.table}`}>
            <caption className="visually-hidden">{t("people.tabs.groups")}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col" data-column={column}>
                    {t(`people.groups.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {house.groups.map((group) => (
                <GroupRow
                  key={group.key}
                  house={house}
                  group={group}
                  leads={leads}
                  onOpen={() => setOpened({ key: group.key })}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {opened ? (
        <GroupDrawer house={house} groupKey={opened.key} leads={leads} onClose={() => setOpened(null)} />
      ) : null}
    </>
  );
}

interface GroupRowProps {
  readonly house: House;
  readonly group: Group;
  readonly leads: boolean;
  readonly onOpen: () => void;
}

function GroupRow({ house, group, leads, onOpen }: GroupRowProps) {
  const { t, i18n } = useTranslation();
  const waiting = useQuery(routingLoadQuery).data?.groups.find(({ key }) => key === group.key)?.waiting ?? 0;
  const members = house.agents.filter(({ groups: of }) => of.includes(group.key));
  const online = members.filter(({ presence }) => presence === "online").length;
  const name = inLanguage(group.label, i18n.language);
  const nameOf = (id: string | undefined) =>
    id === undefined
      ? t("people.groups.nobody")
      : (house.agents.find((agent) => agent.id === id)?.name ?? id);
  const sum = (read: (agent: (typeof members)[number]) => number) =>
    members.reduce((total, agent) => total + read(agent), 0);
  return (
    <tr>
      <th scope="row" className={styles.person}>
        <button
          type="button"
          aria-label={t(leads ? "people.groups.edit" : "people.look", { name })}
          onClick={onOpen}
        >
          {name}
        </button>
        <small>{group.key}</small>
      </th>
      <td className={group.lead ? styles.clip : styles.quiet}>{nameOf(group.lead)}</td>
      <td className={group.director ? styles.clip : styles.quiet}>{nameOf(group.director)}</td>
      <td>
        <Link to={`/people?group=${encodeURIComponent(group.key)}`}>
          {t("people.groups.memberCount", { count: members.length })}
        </Link>
        <small className={groups.quiet}>
          {t("people.groups.onlineCount", { count: online })}
          {waiting > 0 ? " · " : ""}
          {waiting > 0 ? (
            <Link to={`/tickets?group=${encodeURIComponent(group.key)}&assignee=none`}>
              {t("people.groups.waiting", { count: waiting })}
            </Link>
          ) : null}
        </small>
      </td>
      <td>
        <LoadBar
          label={name}
          load={sum((agent) => loadOf(agent, "chat") + loadOf(agent, "ticket"))}
          capacity={sum(({ capacity }) => capacity.chat + capacity.ticket)}
        />
      </td>
    </tr>
  );
}
