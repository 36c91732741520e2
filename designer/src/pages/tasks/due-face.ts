/** When a task ends, in words for a moment. */
import type { TFunction } from "i18next";
import { formatDuration } from "../../format/duration.ts";

export interface DueFace {
  readonly text: string;
  readonly tone: "overdue" | "soon" | "calm";
}

/** What ends within this span is soon. */
const soonMs = 60 * 60_000;

/** How `dueAt` reads at `now`; `null` for a task without an end. */
export function dueFace(dueAt: string | null, now: number, t: TFunction): DueFace | null {
  if (dueAt === null) return null;
  const left = Date.parse(dueAt) - now;
  const length = formatDuration(left, t);
  if (left < 0) return { text: t("tasks.due.over", { length }), tone: "overdue" };
  return { text: t("tasks.due.left", { length }), tone: left < soonMs ? "soon" : "calm" };
}
