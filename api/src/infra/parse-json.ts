/** JSON from outside: depth is measured before parsing, names that reach prototypes are refused. */
import { AppError } from "../errors.ts";
import { faultPosition } from "./json-fault.ts";

const defaultJsonDepth = 64;

const banned = new Set(["__proto__", "constructor", "prototype"]);

const quote = 0x22;
const backslash = 0x5c;

/** Deepest nesting of arrays and objects in a JSON text; one pass, brackets inside strings do not count. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === backslash) at += 1;
      else if (code === quote) inString = false;
    } else if (code === quote) inString = true;
    else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return deepest;
}

/** A banned name anywhere in the value; own keys only, as `JSON.parse` makes `__proto__` an own key. */
function bannedName(value: unknown): string | undefined {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const item = waiting.pop();
    if (typeof item !== "object" || item === null) continue;
    for (const [name, child] of Object.entries(item)) {
      if (!Array.isArray(item) && banned.has(name)) return name;
      if (typeof child === "object") waiting.push(child);
    }
  }
  return undefined;
}

/** Only a text with one of these letters can hold a banned name (an escape may spell it). */
const suspicious = /__proto__|constructor|prototype|\\u00/;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = `Unexpected ${text.trim() === "" ? "end" : "character"} at position ${faultPosition(text)}.`;
    throw new AppError("request.json", { values: { reason }, cause: error });
  }
}

/** Only a text with such an escape can hold half of a surrogate pair. */
const surrogateEscape = /\\u[dD][89a-fA-F]/;
/** One escape of a JSON string at a time, so that an escaped backslash never passes for the start of the next. */
const anyEscape =
  /\\(?:(u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2})|(u[dD][89a-fA-F][\da-fA-F]{2})|.)/gs;

/**
 * Half of a surrogate pair, as senders leave it that cut a text inside an emoji, becomes U+FFFD. It is no text:
 * stored as UTF-8 it would come back as U+FFFD anyhow, and two identities would be one.
 */
const wellFormed = (text: string): string =>
  surrogateEscape.test(text)
    ? text.replace(anyEscape, (found, _pair, half) => (half === undefined ? found : "\\ufffd"))
    : text;

/** Parses a JSON text; lone surrogates become U+FFFD. Throws `request.json`, `request.too-deep` or `request.banned-key`. */
export function parseJson(text: string, maxDepth: number = defaultJsonDepth): unknown {
  if (jsonDepth(text) > maxDepth) throw new AppError("request.too-deep", { values: { limit: maxDepth } });
  const value = parse(wellFormed(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text));
  const name = suspicious.test(text) ? bannedName(value) : undefined;
  if (name !== undefined) throw new AppError("request.banned-key", { values: { name } });
  return value;
}
