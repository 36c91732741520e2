/** Lengths on the wall clock, where a day is 24 hours. */
import { readIsoDuration, writeIsoDuration } from "../../fields/iso-duration.ts";

const dayMs = 86_400_000;

/** Days and hours together become hours: the formats refuse the mixture, whose days might be working days. */
export function withoutMixedDays(iso: string): string {
  const parts = readIsoDuration(iso);
  if (parts === undefined || parts.days === 0 || parts.ms === 0) return iso;
  return writeIsoDuration({ days: 0, ms: parts.days * dayMs + parts.ms });
}
