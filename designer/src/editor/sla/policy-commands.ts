/** Commands on what holds for the whole policy: calendar, pauses, and what counts as an answer. */
import { checkDuration } from "@sluice/engine";
import { type SlaSpec, type TicketStatus, ticketStatuses } from "@sluice/schemas";
import type { Command } from "../command.ts";
import type { ScaledMetric } from "./cells.ts";

type SlaCommand = Command<"sla">;

/** The calendar of every cell group that has none of its own. */
export const setCalendar = (calendar: string): SlaCommand => ({
  label: { key: "sla.commands.setCalendar" },
  apply(draft) {
    draft.spec.calendar = calendar;
  },
});

/**
 * Says whether a status pauses a metric. `standing` is what pauses it now: a metric without a list follows its
 * own rule, and the first change writes that rule down.
 */
export const setPause = (
  metric: ScaledMetric,
  status: TicketStatus,
  paused: boolean,
  standing: readonly TicketStatus[],
): SlaCommand => ({
  label: { key: "sla.commands.setPause" },
  apply(draft) {
    const now = draft.spec.pauseOn?.[metric] ?? standing;
    draft.spec.pauseOn ??= {};
    draft.spec.pauseOn[metric] = ticketStatuses.filter((each) =>
      each === status ? paused : now.includes(each),
    );
  },
});

/** The longest that a pause may last; `undefined` = as long as it takes. */
export const setMaxPause = (text: string | undefined): SlaCommand => ({
  label: { key: "sla.commands.setMaxPause" },
  refuse: () => {
    const [problem] = text === undefined ? [] : checkDuration(text, "");
    return problem && { reason: { key: "sla.refusals.duration" }, detail: problem.message };
  },
  apply(draft) {
    if (text === undefined) delete draft.spec.maxPause;
    else draft.spec.maxPause = text;
  },
});

/** Whether a bot's answer stops the clock of the first response. */
export const setStopsOn = (stopsOn: NonNullable<SlaSpec["stopsOn"]>): SlaCommand => ({
  label: { key: "sla.commands.setStopsOn" },
  apply(draft) {
    draft.spec.stopsOn = stopsOn;
  },
});
