/** What is wrong with the times of a policy, each with its JSON pointer into the spec. */
import { type Problem, problem, type SlaSpec, type TargetTable } from "@sluice/schemas";
import { checkDuration } from "../duration.ts";
import { readMoment } from "./reminders.ts";

const checkTable = (table: TargetTable | undefined, path: string): readonly Problem[] =>
  Object.entries(table ?? {}).flatMap(([priority, group]) =>
    Object.entries(group)
      .filter(([metric]) => metric !== "calendar" && metric !== "platformDue")
      .flatMap(([metric, text]) => checkDuration(text, `${path}/${priority}/${metric}`)),
  );

/** A share of nothing is the start of the clock, at which nothing fires whatever the target. */
function checkMoment(text: string | undefined, path: string): readonly Problem[] {
  const moment = text === undefined ? undefined : readMoment(text);
  if (moment?.type === "share" && moment.share === 0) return [problem(path, "sla.reminder-zero")];
  return text === undefined || moment ? [] : [problem(path, "sla.reminder-at")];
}

/** Targets, `maxPause` and reminders: zero, negative and mixed durations, unreadable reminder times. */
export function checkSla(spec: SlaSpec): readonly Problem[] {
  return [
    ...spec.tiers.flatMap(({ targets }, index) => checkTable(targets, `/tiers/${index}/targets`)),
    ...(spec.maxPause === undefined ? [] : checkDuration(spec.maxPause, "/maxPause")),
    ...(spec.reminders ?? []).flatMap((reminder, index) => [
      ...checkMoment(reminder.at, `/reminders/${index}/at`),
      ...checkMoment(reminder.else, `/reminders/${index}/else`),
    ]),
  ];
}

/** The same for the targets that a campaign lays over a policy. */
export const checkOverlayTargets = (targets: TargetTable | undefined, path: string): readonly Problem[] =>
  checkTable(targets, path);
