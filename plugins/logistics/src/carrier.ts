/** Which carrier has a parcel: what the caller says, by code or name; else how the number begins; else the default. */
import type { LogisticsConfig } from "./config.ts";

/** The longest entry that `text` begins with. */
function byBeginning(text: string, entries: Readonly<Record<string, string>>): string | undefined {
  const upper = text.toUpperCase();
  const fitting = Object.keys(entries).filter(
    (start) => start !== "" && upper.startsWith(start.toUpperCase()),
  );
  const longest = fitting.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : entries[longest];
}

/** The carrier's code, or `null`. Codes are the provider's own: lower-case letters and digits. */
export function carrierOf(no: string, said: string | undefined, config: LogisticsConfig): string | null {
  const name = said?.trim();
  if (name) return byBeginning(name, config.carrierNames) ?? name.toLowerCase();
  return byBeginning(no, config.carriers) ?? config.defaultCarrier ?? null;
}
