/** The instant and the zone in which a template is rendered: a template never reads a clock or the local zone. */
import type { RenderingBudget } from "./rendering-limits.ts";

/** When `now` is, epoch milliseconds, and where `date` counts hours (IANA name, `Asia/Shanghai` when left out). */
export interface TemplateMoment {
  readonly now: number;
  readonly timezone?: string;
  /** What this rendering shares with the others of its burst. */
  readonly budget?: RenderingBudget;
}

/** A moment with its zone. */
export type Moment = TemplateMoment & { readonly timezone: string };

/** The workspace's default zone, used where a caller gives an instant alone. */
const defaultTimezone = "Asia/Shanghai";

/** An instant alone, or an instant with its zone. */
export type MomentInput = number | TemplateMoment;

export const toMoment = (at: MomentInput): Moment =>
  typeof at === "number"
    ? { now: at, timezone: defaultTimezone }
    : { ...at, timezone: at.timezone ?? defaultTimezone };
