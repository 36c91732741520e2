import { describe, expect, it } from "vitest";
import { cssVariables, type Palette, palettes } from "./tokens.ts";

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const texts = ["text", "quiet", "accent", "ok", "warn", "danger", "p0", "p1", "p2", "p3"] as const;

describe.each(Object.entries(palettes))("%s", (_, palette: Palette) => {
  it.each(texts)("%s can be read on surfaces", (name) => {
    expect(contrast(palette[name], palette.surface)).toBeGreaterThanOrEqual(4.5);
  });

  it("quiet text can be read on the canvas and under the pointer", () => {
    expect(contrast(palette.quiet, palette.canvas)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.quiet, palette.hover)).toBeGreaterThanOrEqual(4.5);
  });

  it("states can be read on their own soft grounds, and the accent on its", () => {
    expect(contrast(palette.warn, palette.warnSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.danger, palette.dangerSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.accent, palette.accentSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.onAccent, palette.accentHover)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.accentHover, palette.surface)).toBeGreaterThanOrEqual(4.5);
  });
});

it("names CSS variables in kebab case", () => {
  expect(cssVariables(palettes.light)).toContainEqual(["--accent-soft", "#E4F1F5"]);
});
