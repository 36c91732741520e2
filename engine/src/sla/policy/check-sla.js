/** What is wrong with the times of a policy, each with its JSON pointer into the spec. */
import { problem } from "@sluice/schemas";
import { checkDuration } from "../duration.js";
import { readMoment } from "./reminders.js";
const checkTable = (table, path) => Object.entries(table ?? {}).flatMap(([priority, group]) => Object.entries(group)
    .filter(([metric]) => metric !== "calendar" && metric !== "platformDue")
    .flatMap(([metric, text]) => checkDuration(text, `${path}/${priority}/${metric}`)));
const checkMoment = (text, path) => text === undefined || readMoment(text) ? [] : [problem(path, "sla.reminder-at")];
/** Targets, `maxPause` and reminders: zero, negative and mixed durations, unreadable reminder times. */
export function checkSla(spec) {
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
export const checkOverlayTargets = (targets, path) => checkTable(targets, path);
//# sourceMappingURL=check-sla.js.map