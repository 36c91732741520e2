/**
 * What changed between two documents that share what did not: small to send to a worker, and where it is applied the
 * parts that stayed are the very same objects as before, so that checks of them can be remembered.
 */

/** `keep`: as it was. `list`: runs of items as they were (`[from, count]`), and items that changed or came. */
export type Delta =
  | { readonly keep: true }
  | { readonly value: unknown }
  | { readonly list: readonly (readonly [from: number, count: number] | Delta)[] }
  | { readonly parts: readonly (readonly [name: string, delta: Delta])[] };

const keep: Delta = { keep: true };

type Parts = Readonly<Record<string, unknown>>;

const isParts = (value: unknown): value is Parts =>
  typeof value === "object" && value !== null && !Array.isArray(value);

type Item = readonly [from: number, count: number] | Delta;

const isRun = (item: Item): item is readonly [number, number] => Array.isArray(item);

/** Items that are objects and stayed are found wherever they went; another is what changed of the one at its place. */
function listDelta(before: readonly unknown[], after: readonly unknown[]): Delta {
  const places = new Map(before.map((item, at) => [item, at]));
  const list: Item[] = [];
  for (const [at, item] of after.entries()) {
    const from = isParts(item) || Array.isArray(item) ? places.get(item) : undefined;
    const last = list.at(-1);
    if (from === undefined) list.push(deltaOf(before[at], item));
    else if (last && isRun(last) && last[0] + last[1] === from)
      list[list.length - 1] = [last[0], last[1] + 1];
    else list.push([from, 1]);
  }
  return { list };
}

/** What makes `after` of `before`. */
export function deltaOf(before: unknown, after: unknown): Delta {
  if (Object.is(before, after)) return keep;
  if (Array.isArray(before) && Array.isArray(after)) return listDelta(before, after);
  if (!isParts(before) || !isParts(after)) return { value: after };
  const parts = Object.entries(after).map(([name, value]) => {
    const old = Object.hasOwn(before, name) ? before[name] : undefined;
    return [name, deltaOf(old, value)] as const;
  });
  return { parts };
}

/** The value that the delta makes of `before`; `before` itself stays as it is. */
export function applyDelta(before: unknown, delta: Delta): unknown {
  if ("keep" in delta) return before;
  if ("value" in delta) return delta.value;
  if ("list" in delta) {
    const old = Array.isArray(before) ? before : [];
    let at = 0;
    return delta.list.flatMap((item) => {
      const made = isRun(item) ? old.slice(item[0], item[0] + item[1]) : [applyDelta(old[at], item)];
      at += made.length;
      return made;
    });
  }
  const old = isParts(before) ? before : {};
  return Object.fromEntries(delta.parts.map(([name, part]) => [name, applyDelta(old[name], part)]));
}
