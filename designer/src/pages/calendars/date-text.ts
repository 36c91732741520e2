/** Dates of a calendar in words; they have no zone. */

const at = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** `10月1日周四`; with the year where it is asked for. */
export const dayText = (date: string, language: string, withYear = false): string =>
  new Intl.DateTimeFormat(language, {
    ...(withYear ? ({ year: "numeric" } as const) : {}),
    month: "short",
    day: "numeric",
    weekday: "short",
    timeZone: "UTC",
  }).format(at(date));

/** `10月1日`. */
export const shortDay = (date: string, language: string): string =>
  new Intl.DateTimeFormat(language, { month: "short", day: "numeric", timeZone: "UTC" }).format(at(date));

/** `10月`. */
export const monthText = (year: number, month: number, language: string): string =>
  new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" }).format(
    new Date(Date.UTC(year, month - 1, 1)),
  );
