/** ISO 8601 durations of fixed length, as documents write them (`PT10S`, `P1D`), in milliseconds. */
import { DeclarationError } from "./errors.ts";

const pattern =
  /^P(?=[0-9T])(?:([0-9]+)W)?(?:([0-9]+)D)?(?:T(?=[0-9])(?:([0-9.]+)H)?(?:([0-9.]+)M)?(?:([0-9.]+)S)?)?$/;
const units = [604_800_000, 86_400_000, 3_600_000, 60_000, 1_000];

/**
 * Length in milliseconds.
 * @throws DeclarationError `action.duration` for anything that is not a positive duration.
 */
export function durationMs(text: string): number {
  const parts = pattern.exec(text)?.slice(1) ?? [];
  const total = parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (units[index] ?? 0), 0);
  if (!(total > 0))
    throw new DeclarationError("action.duration", `Not a positive ISO 8601 duration: ${text}`);
  return Math.round(total);
}
