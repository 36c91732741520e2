/**
 * The invariant checker: walks a whole SQLite database and says what does not hold.
 * It reads what is stored and shares no code with what writes it, save the engine's own notion of what is due.
 */
import Database from "better-sqlite3";
import type { Check, CheckOptions } from "./check.ts";
import {
  classificationsCheck,
  customersCheck,
  documentsCheck,
  fileCheck,
  idempotencyCheck,
} from "./checks/bookkeeping.ts";
import { bulkCheck } from "./checks/bulk.ts";
import { capacityCheck } from "./checks/capacity.ts";
import { clocksCheck } from "./checks/clocks.ts";
import { eventsCheck } from "./checks/events.ts";
import { forksCheck } from "./checks/forks.ts";
import { jobsCheck } from "./checks/jobs.ts";
import { messagesCheck } from "./checks/messages.ts";
import { channelsCheck, pausesCheck, pluginsCheck } from "./checks/operators.ts";
import { pathsCheck } from "./checks/paths.ts";
import { incidentsCheck, tasksCheck } from "./checks/people-work.ts";
import { remindersCheck } from "./checks/reminders.ts";
import { routingCheck } from "./checks/routing.ts";
import { runsCheck } from "./checks/runs.ts";
import { schedulesCheck } from "./checks/schedules.ts";
import { surveysCheck } from "./checks/surveys.ts";
import { ticketlessCheck } from "./checks/ticketless.ts";
import { ticketsCheck } from "./checks/tickets.ts";
import { timersCheck } from "./checks/timers.ts";
import { turnsCheck } from "./checks/turns.ts";
import { readStored } from "./stored.ts";

export const allChecks: readonly Check[] = [
  fileCheck,
  ticketsCheck,
  ticketlessCheck,
  eventsCheck,
  messagesCheck,
  timersCheck,
  schedulesCheck,
  clocksCheck,
  remindersCheck,
  jobsCheck,
  runsCheck,
  forksCheck,
  pathsCheck,
  tasksCheck,
  incidentsCheck,
  surveysCheck,
  bulkCheck,
  routingCheck,
  capacityCheck,
  customersCheck,
  documentsCheck,
  classificationsCheck,
  idempotencyCheck,
  pluginsCheck,
  channelsCheck,
  pausesCheck,
  turnsCheck,
];

/**
 * Answers one line per violation, each beginning with its check's name; none for a sound database.
 * `file` is opened read-only, also while a server writes to it: one read transaction sees one committed state.
 * Throws when it is no database of Sluice.
 */
export function checkInvariants(file: string, options: CheckOptions = {}): string[] {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  const filled = { quiet: options.quiet ?? false, now: options.now ?? Date.now() };
  const walk = database.transaction((): string[] => {
    const stored = readStored(database);
    return allChecks.flatMap(({ name, run }) => [...run(stored, filled)].map((line) => `${name}: ${line}`));
  });
  try {
    return walk();
  } finally {
    database.close();
  }
}
