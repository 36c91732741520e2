/**
 * When a schedule is due: five-field cron in a zone, read by croner. Around a change of clocks a time that does not exist
 * is due at the instant that takes its place, and one that exists twice is due once.
 */
import { Cron } from "croner";

/** What becomes of dues that went by while nothing ran. */
export type Misfire = "skip" | "once" | "all";

export interface ScheduleSpec {
  readonly cron: string;
  /** `null` = the workspace's. */
  readonly timezone: string | null;
  readonly misfire: Misfire;
}

/** A due that is later than this was missed, ms. */
export const misfireGraceMs = 60_000;

/** Dues that `all` makes up at once. */
const mostMadeUp = 100;

const reader = (cron: string, timezone: string): Cron =>
  new Cron(cron, { timezone, paused: true, mode: "5-part" });

/** What is wrong with an expression, or `null`. It must be due at some time, and not more than once a minute. */
export function cronFault(cron: string, timezone = "UTC"): string | null {
  // The library takes a single date, too, which would be due once and then never.
  if (!/^@|\s/.test(cron.trim())) return "it must have five fields: minute hour day month weekday";
  try {
    return reader(cron, timezone).nextRun(new Date(0)) === null ? "it is never due" : null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The first due after an instant, epoch ms; `null` when there is none any more. */
export const nextDue = (cron: string, timezone: string, after: number): number | null =>
  reader(cron, timezone).nextRun(new Date(after))?.getTime() ?? null;

/** What to start of a schedule whose timer was armed for `due`, and when it is due next. */
export interface Firing {
  /** Dues to start a run for, oldest first. */
  readonly run: readonly number[];
  readonly next: number | null;
}

/** Decides by the misfire policy: what is only just due runs in any case. `zone` is the workspace's. */
export function fireSchedule(
  { cron, timezone, misfire }: ScheduleSpec,
  zone: string,
  due: number,
  now: number,
): Firing {
  const schedule = reader(cron, timezone ?? zone);
  const until = new Date(now + 1);
  const recent = schedule.previousRuns(mostMadeUp, until).map((at) => at.getTime());
  const open = recent.filter((at) => at >= due).sort((a, b) => a - b);
  const fresh = open.filter((at) => at >= now - misfireGraceMs);
  const run = misfire === "all" ? open : misfire === "once" ? open.slice(-1) : fresh;
  return { run, next: schedule.nextRun(new Date(now))?.getTime() ?? null };
}
