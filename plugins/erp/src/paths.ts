/**
 * Places in JSON, as operators write them: a JSON Pointer (`/data/order/pay~1amount`, RFC 6901) or, where names are
 * plain, the same with dots (`data.order.amount`, `items.0.sku`). Only own properties are ever read or written.
 */

const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/** The steps of a path; none for the whole. */
export function toSteps(path: string): readonly string[] {
  if (path === "" || path === "/") return [];
  if (!path.startsWith("/")) return path.split(".");
  return path
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What stands at `path`, or `undefined`. */
export function readPath(value: unknown, path: string): unknown {
  let at = value;
  for (const step of toSteps(path)) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}

/** Puts `item` at `path`, making objects on the way; names that would reach a prototype are passed over. */
export function writePath(target: Record<string, unknown>, path: string, item: unknown): void {
  const steps = toSteps(path);
  const last = steps.at(-1);
  if (last === undefined || steps.some((step) => forbidden.has(step))) return;
  let at = target;
  for (const step of steps.slice(0, -1)) {
    const next = Object.hasOwn(at, step) ? at[step] : undefined;
    const made: Record<string, unknown> =
      typeof next === "object" && next !== null ? (next as Record<string, unknown>) : {};
    at[step] = made;
    at = made;
  }
  at[last] = item;
}

/** Text of a text, number or truth; `null` for everything else and for nothing. */
export function toText(value: unknown): string | null {
  if (typeof value === "string") return value === "" ? null : value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

/** A finite number, also where it is written as text (`"128.50"`); `null` for everything else. */
export function toNumber(value: unknown): number | null {
  if (typeof value === "string" && value.trim() === "") return null;
  const number = typeof value === "string" || typeof value === "number" ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}
