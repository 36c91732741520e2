/** A target as short as a cell is narrow: one unit where that is exact (`90 秒`, `2.5 小时`, `3 工作日`). */
import type { TFunction } from "i18next";
import { readIsoDuration } from "../../../fields/iso-duration.ts";
import { formatTarget } from "../../../format/duration.ts";

const exact = (ms: number, unit: number): number | undefined => {
  const n = ms / unit;
  return Math.abs(n * 100 - Math.round(n * 100)) < 1e-9 ? Math.round(n * 100) / 100 : undefined;
};

function shortest(
  ms: number,
): { readonly unit: "second" | "minute" | "hour"; readonly n: number } | undefined {
  if (ms < 100_000 && ms % 60_000 !== 0) return { unit: "second", n: ms / 1000 };
  const minutes = exact(ms, 60_000);
  if (ms < 3_600_000) return minutes === undefined ? undefined : { unit: "minute", n: minutes };
  const hours = exact(ms, 3_600_000);
  if (hours !== undefined) return { unit: "hour", n: hours };
  return minutes === undefined ? undefined : { unit: "minute", n: minutes };
}

/** The short form; a text that is no duration comes back as it is. */
export function shortTarget(iso: string, t: TFunction): string {
  const read = readIsoDuration(iso);
  if (!read || (read.days > 0 && read.ms > 0)) return iso;
  if (read.days > 0) return t("sla.cell.days", { n: read.days });
  const short = shortest(read.ms);
  return short ? t(`duration.${short.unit}`, { n: short.n }) : formatTarget(iso, t);
}
