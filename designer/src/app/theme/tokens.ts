/**
 * The product's colours, once for each theme. Ant Design's tokens and our own CSS variables are both made from
 * here; every text colour is at least 4.5:1 on canvas and surface (`tokens.test.ts` measures it).
 */
export interface Palette {
  readonly accent: string;
  /** The accent under the pointer. */
  readonly accentHover: string;
  readonly onAccent: string;
  readonly accentSoft: string;
  readonly canvas: string;
  readonly surface: string;
  readonly raised: string;
  readonly hover: string;
  readonly line: string;
  readonly text: string;
  readonly quiet: string;
  readonly ok: string;
  readonly warn: string;
  readonly warnSoft: string;
  readonly danger: string;
  readonly dangerSoft: string;
  readonly stripe: string;
  readonly p0: string;
  readonly p1: string;
  readonly p2: string;
  readonly p3: string;
  readonly shadow: string;
}

export const light: Palette = {
  accent: "#0C6E8A",
  accentHover: "#0A5B72",
  onAccent: "#FFFFFF",
  accentSoft: "#E4F1F5",
  canvas: "#F5F7F9",
  surface: "#FFFFFF",
  raised: "#FFFFFF",
  hover: "#EEF2F5",
  line: "#E3E8EC",
  text: "#1B2730",
  quiet: "#5B6B77",
  ok: "#27803A",
  warn: "#955800",
  warnSoft: "#FFF4DB",
  danger: "#C92A2A",
  dangerSoft: "#FDECEC",
  stripe: "#C3CCD3",
  p0: "#C92A2A",
  p1: "#C2570C",
  p2: "#1C6DD0",
  p3: "#5B6B77",
  shadow: "0 6px 24px rgba(16, 32, 44, 0.12)",
};

export const dark: Palette = {
  accent: "#3BB3CF",
  accentHover: "#62C8DF",
  onAccent: "#06222B",
  accentSoft: "#12323C",
  canvas: "#0F1418",
  surface: "#171D23",
  raised: "#1D252C",
  hover: "#202931",
  line: "#2A333B",
  text: "#E6ECF0",
  quiet: "#9AA8B3",
  ok: "#5FC877",
  warn: "#F0B24A",
  warnSoft: "#352A14",
  danger: "#FF8585",
  dangerSoft: "#3A1D1F",
  stripe: "#46525C",
  p0: "#FF8585",
  p1: "#F59A57",
  p2: "#74ACF2",
  p3: "#9AA8B3",
  shadow: "0 6px 24px rgba(0, 0, 0, 0.5)",
};

export const palettes = { light, dark } as const;

/** System fonts first, then what Chinese readers have on their machines. */
export const fontFamily =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A palette as CSS custom properties: `accentSoft` → `--accent-soft`. */
export const cssVariables = (palette: Palette): readonly (readonly [string, string])[] =>
  Object.entries(palette).map(([name, value]) => [`--${kebab(name)}`, value] as const);
