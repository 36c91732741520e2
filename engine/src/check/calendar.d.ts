/** calendar: its hours and dates, and the one key that is taken. */
import { type Problem, type SluiceDocument } from "@sluice/schemas";
/** Everything that keeps a calendar from being published. */
export declare const checkCalendar: ({ key, spec }: SluiceDocument<"calendar">) => Problem[];
