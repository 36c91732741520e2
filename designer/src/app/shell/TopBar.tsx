/** Breadcrumb, command box, live dot, language, theme, person. */
import { MoonOutlined, SearchOutlined, SunOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { LineState } from "../../client/event-stream.ts";
import { Bell } from "../bell/Bell.tsx";
import { toggleLanguage } from "../language-choice.ts";
import { setPreferences } from "../preferences.ts";
import { useThemeChoice } from "../theme/ThemeProvider.tsx";
import { Breadcrumb } from "./Breadcrumb.tsx";
import { PersonMenu } from "./PersonMenu.tsx";
import { RunningPill } from "./RunningPill.tsx";
import styles from "./shell.module.css";

export function TopBar({ line, onCommand }: { line: LineState; onCommand: () => void }) {
  const { t } = useTranslation();
  return (
    <header className={styles.top}>
      <Breadcrumb />
      <button type="button" className={styles.command} onClick={onCommand} aria-keyshortcuts="Control+K">
        <SearchOutlined aria-hidden />
        <span>{t("shell.command.open")}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className={styles.tools}>
        <RunningPill />
        <LiveDot line={line} />
        <Bell />
        <LanguageButton />
        <ThemeButton />
        <PersonMenu />
      </div>
    </header>
  );
}

function LiveDot({ line }: { line: LineState }) {
  const { t } = useTranslation();
  return (
    <span className={styles.live} data-line={line} role="status" title={t(`shell.live.${line}`)}>
      <span className="visually-hidden">{t(`shell.live.${line}`)}</span>
    </span>
  );
}

function LanguageButton() {
  const { t } = useTranslation();
  return (
    <Button type="text" size="small" title={t("shell.commands.language")} onClick={toggleLanguage}>
      {t("shell.otherLanguage")}
    </Button>
  );
}

function ThemeButton() {
  const { t } = useTranslation();
  const theme = useThemeChoice();
  const dark = theme === "dark";
  const label = t(dark ? "shell.theme.toLight" : "shell.theme.toDark");
  return (
    <Button
      type="text"
      size="small"
      icon={dark ? <SunOutlined /> : <MoonOutlined />}
      aria-label={label}
      title={label}
      onClick={() => setPreferences({ theme: dark ? "light" : "dark" })}
    />
  );
}
