/** The hour, weekday and date of an instant in a zone, with one zone look-up per quarter of an hour. */
import { Temporal } from "temporal-polyfill";

const quarter = 900_000;
const offsets = new Map();
/** The zone's offset from UTC in ms; every zone's offset changes on a quarter of an hour. */
function offsetAt(at, timezone) {
  const bucket = Math.floor(at / quarter);
  const key = `${timezone} ${bucket}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const zoned = Temporal.Instant.fromEpochMilliseconds(bucket * quarter).toZonedDateTimeISO(timezone);
  const offset = zoned.offsetNanoseconds / 1_000_000;
  if (offsets.size > 1_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}
/** Wall-clock reading of an instant (epoch ms) in an IANA zone. */
export function toLocalTime(at, timezone) {
  const local = new Date(at + offsetAt(at, timezone));
  return {
    hour: local.getUTCHours(),
    weekday: local.getUTCDay() === 0 ? 7 : local.getUTCDay(),
    date: local.toISOString().slice(0, 10),
  };
}
//# sourceMappingURL=local-time.js.map
