/** Moments at which tickets come in awkwardly: before a weekend, before a holiday, at the peak, at night. */
import { createZone } from "@sluice/engine";

export const presets = ["now", "friday", "holiday", "peak", "midnight"] as const;
export type Preset = (typeof presets)[number];

const day = 86_400_000;
const friday = 5;

/** A wall time of the zone at or after `now`: the first of the candidates that is not over. */
const next = (candidates: readonly number[], now: number, fromWall: (wall: number) => number): number =>
  candidates.map(fromWall).find((at) => at >= now) ?? now;

/** When a ticket of that kind would come in next, in epoch ms. */
export function presetInstant(preset: Preset, now: number, timezone: string): number {
  if (preset === "now") return now;
  const { toWall, fromWall } = createZone(timezone);
  const wall = new Date(toWall(now));
  const today = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate());
  const years = [0, 1].map((more) => wall.getUTCFullYear() + more);
  const clock = (hours: number, minutes: number) => (hours * 60 + minutes) * 60_000;
  switch (preset) {
    case "friday": {
      const ahead = (friday - wall.getUTCDay() + 7) % 7;
      return next(
        [0, 7].map((more) => today + (ahead + more) * day + clock(17, 50)),
        now,
        fromWall,
      );
    }
    case "holiday":
      return next(
        years.map((year) => Date.UTC(year, 8, 30, 17)),
        now,
        fromWall,
      );
    case "peak":
      return next(
        years.map((year) => Date.UTC(year, 10, 11, 0, 5)),
        now,
        fromWall,
      );
    case "midnight":
      return next(
        [0, 1].map((more) => today + more * day + clock(2, 30)),
        now,
        fromWall,
      );
  }
}
