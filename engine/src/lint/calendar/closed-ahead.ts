/** A calendar without open hours in the days to come: clocks on it stand still. */
import { finding } from "@sluice/schemas";
import { checkCalendar } from "../../sla/calendar/check-calendar.ts";
import { compileCalendar } from "../../sla/calendar.ts";
import type { LintRule } from "../rule.ts";

const fortnight = 14 * 86_400_000;

export const closedAhead: LintRule<"calendar"> = {
  id: "closed-ahead",
  check: ({ spec }, { now, holidays }) => {
    // One that never opens, or whose zone is unknown, is refused anyhow.
    if (now === undefined || checkCalendar(spec).length > 0) return [];
    const open = compileCalendar(spec, { holidays }).between(now, now + fortnight) > 0;
    return open ? [] : [finding("warning", "/spec/hours", "calendar.closed-ahead")];
  },
};
