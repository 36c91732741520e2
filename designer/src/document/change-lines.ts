/** Differences of two documents as lines that people read: what happened, where, from what to what. */
import { diffJson, type JsonChange } from "@sluice/schemas";
import { stepsOf } from "./place-name.ts";

export interface ChangeLine {
  readonly id: string;
  readonly op: JsonChange["op"];
  /** The human name of the place. */
  readonly place: string;
  /** The values; absent where there is none. */
  readonly from?: unknown;
  readonly to?: unknown;
}

/** A change, or several inside one thing that people see as one. */
interface Change {
  readonly op: JsonChange["op"];
  readonly path: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** The condition that a place lies in: `/spec/rules/2/when` for `/spec/rules/2/when/all/0/value`. */
const conditionAround = (path: string): string | undefined => /^.*?\/when(?=\/)/.exec(path)?.[0];

function valueAt(document: unknown, path: string): unknown {
  return stepsOf(path).reduce<unknown>(
    (at, step) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, step)
        ? (at as Readonly<Record<string, unknown>>)[step]
        : undefined,
    document,
  );
}

/** Items keep their ids while they move: the older place of what stands at `path` now. */
function olderPath(from: unknown, to: unknown, path: string): string {
  let [old, now] = [from, to];
  return stepsOf(path)
    .map((step) => {
      const item = valueAt(now, `/${step}`);
      const id = Array.isArray(now) ? (item as { readonly id?: unknown } | undefined)?.id : undefined;
      const at =
        typeof id === "string" && Array.isArray(old)
          ? String(old.findIndex((other: { readonly id?: unknown } | null) => other?.id === id))
          : step;
      [old, now] = [valueAt(old, `/${at}`), item];
      return `/${at}`;
    })
    .join("");
}

/** Changes inside one condition become one: half a condition says nothing. */
function gathered(from: unknown, to: unknown): readonly Change[] {
  const seen = new Set<string>();
  return diffJson(from, to).flatMap((change): Change[] => {
    const around = conditionAround(change.path);
    if (around === undefined) return [change];
    // What was removed is told by the place in the older document.
    const place = change.op === "remove" ? olderPath(to, from, around) : around;
    if (seen.has(place)) return [];
    seen.add(place);
    const older = valueAt(from, olderPath(from, to, place));
    return [{ op: "replace", path: place, from: older, to: valueAt(to, place) }];
  });
}

/** Every difference, in the order of the documents. */
export function changeLines<D>(
  from: D | null,
  to: D | null,
  placeName: (document: D, path: string) => string,
): readonly ChangeLine[] {
  const nameIn = (document: D | null, path: string) => (document === null ? path : placeName(document, path));
  return gathered(from ?? {}, to ?? {}).map((change): ChangeLine => {
    const { op, path } = change;
    const line = { id: `${op} ${path}`, op, place: nameIn(op === "remove" ? from : to, path) };
    if (op === "move") return line;
    return {
      ...line,
      ...("from" in change ? { from: change.from } : {}),
      ...("to" in change ? { to: change.to } : {}),
    };
  });
}
