/** The chosen theme and language, handed to Ant Design, to our CSS and to the document. */
import { App, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { type ReactNode, useLayoutEffect, useMemo } from "react";
import { type ThemeChoice, usePreferences } from "../preferences.ts";
import { antdTheme } from "./antd-theme.ts";
import { useMedia } from "./media.ts";
import { cssVariables, palettes } from "./tokens.ts";

/** The theme in force: the person's choice, else the system's. */
export function useThemeChoice(): ThemeChoice {
  const { theme } = usePreferences();
  const systemDark = useMedia("(prefers-color-scheme: dark)");
  return theme ?? (systemDark ? "dark" : "light");
}

function applyToDocument(choice: ThemeChoice): void {
  const root = document.documentElement;
  root.dataset.theme = choice;
  root.style.colorScheme = choice;
  for (const [name, value] of cssVariables(palettes[choice])) root.style.setProperty(name, value);
}

/** Wraps the app; everything below may use Ant Design and `var(--…)`. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const choice = useThemeChoice();
  const still = useMedia("(prefers-reduced-motion: reduce)");
  const { language } = usePreferences();
  const config = useMemo(() => antdTheme(choice, still), [choice, still]);
  useLayoutEffect(() => applyToDocument(choice), [choice]);
  return (
    <ConfigProvider
      theme={config}
      locale={language === "en" ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
