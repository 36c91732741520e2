/** The year for which holidays are not announced yet is near: targets already reach into it. */
import { finding } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { holidaysUntil } from "../../sla/calendar/statutory.ts";
import type { LintRule } from "../rule.ts";

/** How far ahead targets and campaigns look. */
const horizon = 60 * 86_400_000;

export const statutoryEnd: LintRule<"calendar"> = {
  id: "statutory-end",
  check: ({ spec }, { now, holidays }) => {
    const place = spec.include?.indexOf("cn-statutory") ?? -1;
    const year = holidaysUntil(holidays);
    const ends = Date.UTC(year + 1, 0, 1);
    if (place < 0 || now === undefined || now + horizon < ends) return [];
    return [finding("info", at("/spec/include", place), "calendar.statutory-end", { year })];
  },
};
