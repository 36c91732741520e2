/** Putting a file of days up for confirmation, and turning down what waits. */
import { type HolidayDays, type Problem, problem } from "@sluice/schemas";
import type { AppContext } from "../context.ts";
import { appendAudit } from "../database/repositories/audit.ts";
import { AppError } from "../errors.ts";
import { requirePending } from "./confirm-holidays.ts";
import { settleLibrary, writeUpload } from "./holiday-store.ts";
import { type PendingHolidays, readPending } from "./pending-holidays.ts";

const isDate = (date: string): boolean => {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
};

const faultsOf = (days: HolidayDays): Problem[] =>
  Object.keys(days)
    .filter((date) => !isDate(date))
    .map((date) => problem(`/days/${date}`, "calendar.date", { date }));

/**
 * Keeps the file in the place of one that waited already; nothing else changes. `null`: it says what is in use.
 * @throws AppError `request.invalid` for dates that never come.
 */
export async function offerHolidays(
  context: AppContext,
  { name, days, actor }: { readonly name: string; readonly days: HolidayDays; readonly actor: string },
): Promise<PendingHolidays | null> {
  const errors = faultsOf(days);
  if (errors.length > 0) throw new AppError("request.invalid", { errors });
  const at = context.wall.now();
  return context.database.writer.run(async (transaction) => {
    await writeUpload(transaction, { name, days, by: actor, at });
    const pending = await readPending(transaction);
    if (pending?.source.type !== "upload") await writeUpload(transaction, null);
    const after = { name, days: Object.keys(days).length };
    await appendAudit(transaction, {
      at,
      actor,
      action: "holidays.upload",
      target: "holidays:pending",
      after,
    });
    return pending;
  });
}

/** Turns down what waits: a file is dropped, the library's data is not offered again until it changes. */
export async function refuseHolidays(
  context: AppContext,
  { actor, ifMatch }: { readonly actor: string; readonly ifMatch: string | undefined },
): Promise<void> {
  const at = context.wall.now();
  await context.database.writer.run(async (transaction) => {
    const { source } = requirePending(await readPending(transaction), ifMatch);
    if (source.type === "upload") await writeUpload(transaction, null);
    else await settleLibrary(transaction);
    const before = { source };
    await appendAudit(transaction, {
      at,
      actor,
      action: "holidays.refuse",
      target: "holidays:pending",
      before,
    });
  });
}
