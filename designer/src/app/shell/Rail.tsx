/** The pages, in the order of the ticket's journey. */
import { MenuFoldOutlined, MenuUnfoldOutlined } from "@ant-design/icons";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { pageEntries } from "../pages.tsx";
import { setPreferences, usePreferences } from "../preferences.ts";
import { Gate } from "./Gate.tsx";
import styles from "./shell.module.css";

export function Rail() {
  const { t } = useTranslation();
  const { railCollapsed } = usePreferences();
  const toggle = t(railCollapsed ? "shell.rail.expand" : "shell.rail.collapse");
  return (
    <nav className={styles.rail} aria-label={t("shell.nav.label")}>
      <div className={styles.brand}>
        <Gate />
        <span className={styles.word}>{t("shell.product")}</span>
      </div>
      <ul>
        {pageEntries.map(({ id, path, icon }) => (
          <li key={id}>
            <Tooltip title={railCollapsed ? t(`shell.nav.${id}`) : ""} placement="right">
              <NavLink to={path} className={styles.entry ?? ""} aria-label={t(`shell.nav.${id}`)}>
                {icon}
                <span className={styles.word}>{t(`shell.nav.${id}`)}</span>
              </NavLink>
            </Tooltip>
          </li>
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
