/** calendar: its hours and dates, and the one key that is taken. */
import { type Problem, problem, type SluiceDocument } from "@sluice/schemas";
import { checkCalendar as checkHours } from "../sla/calendar/check-calendar.ts";
import { calendar24x7Key } from "../sla/calendar.ts";
import { below } from "./pointer.ts";

/** Everything that keeps a calendar from being published. */
export const checkCalendar = ({ key, spec }: SluiceDocument<"calendar">): Problem[] => [
  ...(key === calendar24x7Key ? [problem("/key", "calendar.built-in", { key })] : []),
  ...below("/spec", checkHours(spec)),
];
