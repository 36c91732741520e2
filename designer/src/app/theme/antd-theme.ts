/** Ant Design's tokens from our palette: flat, dense, one accent. */
import { type ThemeConfig, theme } from "antd";
import type { ThemeChoice } from "../preferences.ts";
import { fontFamily, palettes } from "./tokens.ts";

/** The Ant Design theme; `still` switches motion off. */
export function antdTheme(choice: ThemeChoice, still: boolean): ThemeConfig {
  const palette = palettes[choice];
  return {
    algorithm: choice === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.accent,
      colorPrimaryHover: palette.accentHover,
      colorPrimaryActive: palette.accentHover,
      colorLink: palette.accent,
      colorLinkHover: palette.accentHover,
      colorInfo: palette.accent,
      colorSuccess: palette.ok,
      colorWarning: palette.warn,
      colorError: palette.danger,
      colorInfoBg: palette.accentSoft,
      colorWarningBg: palette.warnSoft,
      colorErrorBg: palette.dangerSoft,
      colorBgLayout: palette.canvas,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.raised,
      colorBorder: palette.line,
      colorBorderSecondary: palette.line,
      colorSplit: palette.line,
      colorText: palette.text,
      colorTextSecondary: palette.quiet,
      colorTextTertiary: palette.quiet,
      colorTextDescription: palette.quiet,
      colorTextPlaceholder: palette.quiet,
      colorTextLightSolid: palette.onAccent,
      controlItemBgActive: palette.accentSoft,
      controlItemBgActiveHover: palette.accentSoft,
      controlItemBgHover: palette.hover,
      fontFamily,
      fontSize: 14,
      borderRadius: 8,
      borderRadiusSM: 6,
      motion: !still,
      motionDurationFast: "0.1s",
      motionDurationMid: "0.15s",
      motionDurationSlow: "0.15s",
      boxShadow: palette.shadow,
      boxShadowSecondary: palette.shadow,
    },
    components: {
      // The dark algorithm would dull the accent.
      Button: {
        colorPrimary: palette.accent,
        primaryShadow: "none",
        defaultShadow: "none",
        dangerShadow: "none",
      },
      Badge: { colorError: "#C92A2A", colorTextLightSolid: "#FFFFFF" },
      Select: { multipleItemBg: palette.hover },
      Tooltip: { colorBgSpotlight: "#26333C", colorTextLightSolid: "#FFFFFF" },
    },
  };
}
