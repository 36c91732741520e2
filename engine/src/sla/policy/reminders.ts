/** Reminders of a policy, read once. */
import type { SlaMetric, SlaReminder } from "@sluice/schemas";
import { EngineError } from "../../errors.ts";
import { readDuration } from "../duration.ts";

/** When a reminder is due: a share of the target, or open time or working days relative to due (negative = before). */
export type ReminderMoment =
  | { readonly type: "share"; readonly share: number }
  | { readonly type: "open"; readonly ms: number }
  | { readonly type: "workingDays"; readonly days: number };

export interface CompiledReminder {
  readonly id: string;
  readonly metric: SlaMetric | "*";
  readonly at: ReminderMoment;
  readonly otherwise: ReminderMoment | null;
  /** As the policy has it. */
  readonly source: SlaReminder;
}

/** Reads `-PT30M`, `PT0S`, `-P1D` or `75%`; `undefined` for anything else, days mixed with hours included. */
export function readMoment(text: string): ReminderMoment | undefined {
  const share = /^(\d{1,3}(?:\.\d{1,2})?)%$/.exec(text);
  if (share) return { type: "share", share: Number(share[1]) / 100 };
  const sign = text.startsWith("-") ? -1 : 1;
  const read = readDuration(sign < 0 ? text.slice(1) : text);
  if (!read || (read.days > 0 && read.ms > 0)) return undefined;
  return read.days > 0
    ? { type: "workingDays", days: sign * read.days }
    : { type: "open", ms: read.ms === 0 ? 0 : sign * read.ms };
}

function momentOf(text: string): ReminderMoment {
  const moment = readMoment(text);
  if (!moment) throw new EngineError("document.invalid", `${text} is not a reminder time`, { at: text });
  return moment;
}

/** Prepares a reminder; throws `document.invalid` for a time that `checkSla` refuses. */
export const compileReminder = (reminder: SlaReminder): CompiledReminder => ({
  id: reminder.id,
  metric: reminder.metric,
  at: momentOf(reminder.at),
  otherwise: reminder.else === undefined ? null : momentOf(reminder.else),
  source: reminder,
});
