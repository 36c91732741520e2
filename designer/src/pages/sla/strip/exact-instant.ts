/** An instant as exactly as a promise needs it: day, weekday and time; seconds where the clock has them. */

/** `11月22日周日 17:50`; with the year where it is another than that of `beside`. */
export function exactInstant(at: number, language: string, zone: string, beside: number): string {
  const year = (instant: number) =>
    new Intl.DateTimeFormat("en", { year: "numeric", timeZone: zone }).format(instant);
  const seconds = at % 60_000 === 0 ? {} : ({ second: "2-digit" } as const);
  return new Intl.DateTimeFormat(language, {
    ...(year(at) === year(beside) ? {} : ({ year: "numeric" } as const)),
    month: "short",
    day: "numeric",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    ...seconds,
    timeZone: zone,
    hourCycle: "h23",
  }).format(at);
}
