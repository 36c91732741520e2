/**
 * Working calendars of the house. `24x7` is built into the engine and needs no document.
 * House values of a 300-agent centre, not platform rules.
 */
import type { CalendarSpec, DayHours } from "../documents/calendar.ts";
import type { SluiceDocument } from "../documents/document.ts";

const zone = "Asia/Shanghai";

const everyDay = (hours: DayHours): CalendarSpec["hours"] => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
  sat: hours,
  sun: hours,
});

const office: DayHours = [
  ["09:00", "12:00"],
  ["13:00", "18:00"],
];

const calendar = (
  key: string,
  name: string,
  description: string,
  spec: CalendarSpec,
): SluiceDocument<"calendar"> => ({ kind: "calendar", key, name, description, formatVersion: 1, spec });

/** The four calendars that the policies of the pack refer to. */
export const starterCalendars: readonly SluiceDocument<"calendar">[] = [
  calendar("online", "在线客服", "每天 08:00–24:00，节假日不休。", {
    timezone: zone,
    hours: everyDay([["08:00", "24:00"]]),
  }),
  calendar("platform-chat", "平台聊天", "旺旺、咚咚、飞鸽等聊天渠道的考核时段：每天 08:00–23:00。", {
    timezone: zone,
    hours: everyDay([["08:00", "23:00"]]),
  }),
  calendar("warehouse", "仓库", "周一至周六 08:30–18:00，中午不停。", {
    timezone: zone,
    hours: { ...everyDay([["08:30", "18:00"]]), sun: [] },
  }),
  calendar("finance", "财务", "周一至周五 09:00–12:00、13:00–18:00；法定节假日休息，补班日照常。", {
    timezone: zone,
    hours: { ...everyDay(office), sat: [], sun: [] },
    include: ["cn-statutory"],
  }),
];
