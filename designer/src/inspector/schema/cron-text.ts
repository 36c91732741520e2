/** Schedules as five parts: minute, hour, day of the month, month, weekday. */

/** Schedules that people mean most often; their names are texts of the inspector. */
export const cronPresets = [
  { id: "hourly", cron: "0 * * * *" },
  { id: "daily", cron: "0 9 * * *" },
  { id: "weekdays", cron: "0 9 * * 1-5" },
  { id: "monday", cron: "0 9 * * 1" },
  { id: "monthly", cron: "0 9 1 * *" },
] as const;

const part = /^(?:\*|\d{1,2}(?:-\d{1,2})?|[A-Za-z]{3}(?:-[A-Za-z]{3})?)(?:\/\d{1,2})?$/;

/** True for five parts that each look like one; what they mean together is not judged here. */
export function isCron(text: string): boolean {
  const parts = text.trim().split(/\s+/);
  return parts.length === 5 && parts.every((one) => one.split(",").every((item) => part.test(item)));
}
