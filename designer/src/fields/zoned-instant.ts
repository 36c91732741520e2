/**
 * Instants as wall time of the workspace's zone, for a picker that knows only days and hours.
 * The picker's dates carry wall time in UTC, where every hour exists: in the desk's own zone one is missing
 * when its clocks go forward.
 */
import dayjs, { type Dayjs } from "dayjs";
import timezone from "dayjs/plugin/timezone";
import utc from "dayjs/plugin/utc";
// Ant Design takes the names of months and weekdays from here.
import "dayjs/locale/zh-cn";

dayjs.extend(utc);
dayjs.extend(timezone);

const wall = "YYYY-MM-DDTHH:mm:ss";

/** Wall time of an instant in a zone, as the picker's date; `undefined` for what is no instant. */
export function toPicked(iso: string, zone: string): Dayjs | undefined {
  const at = dayjs(iso);
  return at.isValid() ? dayjs.utc(at.tz(zone).format(wall)) : undefined;
}

/** The instant at which the zone's clocks show what was picked, with the zone's offset. */
export const fromPicked = (picked: Dayjs, zone: string): string =>
  dayjs.tz(picked.format(wall), zone).format("YYYY-MM-DDTHH:mm:ssZ");

/** Now in a zone, as the picker's date. */
export const pickedNow = (now: number, zone: string): Dayjs =>
  dayjs.utc(dayjs(now).tz(zone).second(0).format(wall));
