/** The pages, in the order of the ticket's journey. */
import { MenuFoldOutlined, MenuUnfoldOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { meQuery } from "../../client/session.ts";
import { type PageEntry, pagesFor } from "../pages.tsx";
import { setPreferences, usePreferences } from "../preferences.ts";
import { Gate } from "./Gate.tsx";
import { RailCount, useMyTaskCount } from "./RailCount.tsx";
import styles from "./shell.module.css";

export function Rail() {
  const { t } = useTranslation();
  const { railCollapsed } = usePreferences();
  const me = useQuery(meQuery).data;
  const myTasks = useMyTaskCount();
  const toggle = t(railCollapsed ? "shell.rail.expand" : "shell.rail.collapse");
  return (
    <nav className={styles.rail} aria-label={t("shell.nav.label")}>
      <div className={styles.brand}>
        <Gate />
        <span className={styles.word}>{t("shell.product")}</span>
      </div>
      <ul>
        {pagesFor(me).map((entry) => (
          <RailEntry
            key={entry.id}
            entry={entry}
            collapsed={railCollapsed}
            count={entry.id === "tasks" ? myTasks : 0}
          />
        ))}
      </ul>
      <button
        type="button"
        className={styles.fold}
        aria-label={toggle}
        aria-expanded={!railCollapsed}
        title={toggle}
        onClick={() => setPreferences({ railCollapsed: !railCollapsed })}
      >
        {railCollapsed ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
      </button>
    </nav>
  );
}

interface RailEntryProps {
  readonly entry: PageEntry;
  readonly collapsed: boolean;
  /** What waits there for the person. */
  readonly count: number;
}

function RailEntry({ entry: { id, path, icon }, collapsed, count }: RailEntryProps) {
  const { t } = useTranslation();
  const name = t(`shell.nav.${id}`);
  const said = count > 0 ? t("tasks.rail", { name, count }) : name;
  return (
    <li>
      <Tooltip title={collapsed ? name : ""} placement="right">
        <NavLink to={path} className={styles.entry ?? ""} {...(collapsed ? { "aria-label": said } : {})}>
          {icon}
          <span className={styles.word} aria-hidden="true">
            {name}
          </span>
          {collapsed ? null : <span className="visually-hidden">{said}</span>}
          <RailCount count={count} />
        </NavLink>
      </Tooltip>
    </li>
  );
}
