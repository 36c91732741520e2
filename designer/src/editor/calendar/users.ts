/** Which documents name a calendar. */
import type { AnyDocument } from "@sluice/schemas";

const names = (value: unknown, key: string): boolean => {
  if (Array.isArray(value)) return value.some((each) => names(each, key));
  if (typeof value !== "object" || value === null) return false;
  const own = value as Readonly<Record<string, unknown>>;
  if (own.calendar === key) return true;
  if (own.operator === "withinCalendar" && own.value === key) return true;
  return Object.values(own).some((each) => names(each, key));
};

/** The documents, other calendars aside, that refer to the calendar. */
export const usersOf = (documents: readonly AnyDocument[], key: string): readonly AnyDocument[] =>
  documents.filter((document) => document.kind !== "calendar" && names(document.spec, key));
