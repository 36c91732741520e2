import { describe, expect, it } from "vitest";
import { parseValue } from "../parse.ts";
import { Duration } from "../primitives.ts";
import { platformClockPresets } from "./platform-clocks.ts";
import { starterSettings } from "./settings.ts";

describe("the platform clock presets", () => {
  it.each(platformClockPresets.map((preset) => [preset.id, preset] as const))(
    "%s is dated, linked and to be verified",
    (_id, preset) => {
      expect(parseValue(Duration, preset.target).ok).toBe(true);
      expect(preset.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(new URL(preset.url).protocol).toBe("https:");
      expect(preset.verify).toBe(true);
      const known = starterSettings.channels.map(({ key }) => key);
      expect(preset.channels.filter((channel) => !known.includes(channel))).toEqual([]);
    },
  );
});
