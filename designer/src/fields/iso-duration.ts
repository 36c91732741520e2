/** ISO 8601 durations taken apart and put together; weeks are seven days, years and months are refused. */

export interface DurationParts {
  readonly days: number;
  /** What is given in hours, minutes and seconds. */
  readonly ms: number;
}

const shape =
  /^P(?=\d|T)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;

/** `undefined` for a text that is no such duration. */
export function readIsoDuration(iso: string): DurationParts | undefined {
  const found = iso.length > 64 ? null : shape.exec(iso);
  if (found === null) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  return { days: weeks * 7 + days, ms: Math.round((hours * 60 + minutes) * 60_000 + seconds * 1000) };
}

/** The one way in which a length is written: whole hours and minutes, hours without limit. */
export function writeIsoDuration({ days, ms }: DurationParts): string {
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor((ms % 3_600_000) / 60_000);
  const seconds = (ms % 60_000) / 1000;
  const time = [hours && `${hours}H`, minutes && `${minutes}M`, seconds && `${seconds}S`]
    .filter(Boolean)
    .join("");
  if (days === 0 && time === "") return "PT0S";
  return `P${days > 0 ? `${days}D` : ""}${time === "" ? "" : `T${time}`}`;
}
