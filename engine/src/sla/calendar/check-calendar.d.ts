/** What is wrong with a calendar, found without running it. Source: documents.md, "Refused: …". */
import { type CalendarSpec, type Problem } from "@sluice/schemas";
/** Every reason to refuse a calendar, each with its JSON pointer into the spec; empty when it is good. */
export declare function checkCalendar(spec: CalendarSpec): Problem[];
