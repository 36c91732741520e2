/**
 * The peer of the SLA bench: `dayjs-business-time`, the most used library for business hours on npm. It keeps hours
 * and holidays in dayjs's locale and reads wall time in the process's zone, so it has one calendar at a time.
 */
import dayjs from "dayjs";
import plugin from "dayjs-business-time";

const zone = "Asia/Shanghai";

/** Hours of Monday to Friday, and closed dates `YYYY-MM-DD`; call `end` when done, for the process's zone. */
export function createPeer(hours: readonly (readonly [string, string])[], holidays: string[]) {
  const before = process.env.TZ;
  process.env.TZ = zone;
  // CommonJS behind an ES import: the plugin is the default of the default.
  dayjs.extend((plugin as unknown as { default: typeof plugin }).default ?? plugin);
  const segments = hours.map(([start, end]) => ({ start: `${start}:00`, end: `${end}:00` }));
  dayjs.setBusinessTime({
    sunday: null,
    monday: segments,
    tuesday: segments,
    wednesday: segments,
    thursday: segments,
    friday: segments,
    saturday: null,
  });
  dayjs.setHolidays(holidays);
  return {
    /** Epoch ms of the end of `minutes` business minutes from an instant. */
    due: (from: number, minutes: number): number => dayjs(from).addBusinessMinutes(minutes).valueOf(),
    end: (): void => {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    },
  };
}
