/** Lengths of wall-clock time: a day has 24 hours here. */
import { readIsoDuration } from "../../fields/iso-duration.ts";

const day = 86_400_000;

/** Milliseconds; 0 for a text that is no length. */
export function spanMs(text: string): number {
  const read = readIsoDuration(text);
  return read === undefined ? 0 : read.days * day + read.ms;
}
