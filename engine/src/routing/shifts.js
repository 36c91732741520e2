import { Temporal } from "temporal-polyfill";

const minute = 60_000;
const day = 24 * 60;
const week = 7 * day;
/** Zones change their offset on a quarter of an hour. */
const quarter = 15 * minute;
/** 1970-01-01 was a Thursday: minutes from the Monday of that week. */
const epochWeekMinute = 3 * day;
const minutesOf = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
function spansOf(shift) {
  const start = minutesOf(shift.start);
  const end = minutesOf(shift.end);
  const length = end > start ? end - start : end - start + day;
  return shift.weekdays.map((weekday) => {
    const from = (weekday - 1) * day + start;
    return { shift: shift.key, from, until: from + length };
  });
}
const mod = (value, by) => ((value % by) + by) % by;
function createOffsets(timezone) {
  let slot = Number.NaN;
  let offset = 0;
  return (at) => {
    const wanted = Math.floor(at / quarter);
    if (wanted === slot) return offset;
    const zoned = Temporal.Instant.fromEpochMilliseconds(wanted * quarter).toZonedDateTimeISO(timezone);
    slot = wanted;
    offset = zoned.offsetNanoseconds / 1_000_000;
    return offset;
  };
}
/** Prepares the shifts for one zone (IANA name). Answers are kept for the minute they are asked in. */
export function compileShifts(shifts, timezone) {
  const spans = shifts.flatMap(spansOf);
  const offsetAt = createOffsets(timezone);
  const weekMinute = (at) => mod(Math.floor((at + offsetAt(at)) / minute) + epochWeekMinute, week);
  const isOn = ({ from, until }, at) =>
    (from <= at && at < until) || (from <= at + week && at + week < until);
  let asked = Number.NaN;
  let on = new Set();
  return {
    on(now) {
      const wanted = Math.floor(now / minute);
      if (wanted === asked) return on;
      const at = weekMinute(now);
      asked = wanted;
      on = new Set(spans.filter((span) => isOn(span, at)).map((span) => span.shift));
      return on;
    },
    nextStart(now) {
      const whole = Math.floor(now / minute) * minute;
      const starts = spans.map(({ from }) => {
        const wait = mod(from - weekMinute(whole), week) || week;
        const guess = whole + wait * minute;
        return guess + offsetAt(whole) - offsetAt(guess);
      });
      return starts.length > 0 ? Math.min(...starts) : null;
    },
  };
}
//# sourceMappingURL=shifts.js.map
