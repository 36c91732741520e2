/** The difference of two JSON values as a list of changes; items of lists are matched by their `id`. */
export type JsonChange =
  | { readonly op: "add"; readonly path: string; readonly to: unknown }
  | { readonly op: "remove"; readonly path: string; readonly from: unknown }
  | { readonly op: "replace"; readonly path: string; readonly from: unknown; readonly to: unknown }
  /** A list's items in another order; the paths are pointers into the old and the new value. */
  | { readonly op: "move"; readonly path: string; readonly from: string };

interface Loose {
  readonly [name: string]: unknown;
}

const isObject = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const escaped = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");

const idOf = (item: unknown): string | undefined =>
  isObject(item) && typeof item.id === "string" ? item.id : undefined;

/** Positions by id, or `undefined` when the items are not all named apart. */
function positions(list: readonly unknown[]): Map<string, number> | undefined {
  const found = new Map<string, number>();
  for (const [at, item] of list.entries()) {
    const id = idOf(item);
    if (id === undefined || found.has(id)) return undefined;
    found.set(id, at);
  }
  return found;
}

/** Ids whose order among the ones kept differs. */
function moves(
  from: ReadonlyMap<string, number>,
  to: ReadonlyMap<string, number>,
  path: string,
): JsonChange[] {
  const before = [...from.keys()].filter((id) => to.has(id));
  const after = [...to.keys()].filter((id) => from.has(id));
  return after.flatMap((id, rank) =>
    before[rank] === id
      ? []
      : [{ op: "move" as const, path: `${path}/${to.get(id)}`, from: `${path}/${from.get(id)}` }],
  );
}

function diffById(
  from: readonly unknown[],
  to: readonly unknown[],
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  path: string,
): JsonChange[] {
  const removed = [...before].flatMap(([id, at]) =>
    after.has(id) ? [] : [{ op: "remove" as const, path: `${path}/${at}`, from: from[at] }],
  );
  const kept = [...after].flatMap(([id, at]): JsonChange[] => {
    const old = before.get(id);
    const place = `${path}/${at}`;
    return old === undefined ? [{ op: "add", path: place, to: to[at] }] : diffJson(from[old], to[at], place);
  });
  return [...removed, ...kept, ...moves(before, after, path)];
}

function diffByIndex(from: readonly unknown[], to: readonly unknown[], path: string): JsonChange[] {
  const length = Math.max(from.length, to.length);
  return Array.from({ length }, (_, at) => diffEntry(from, to, at, `${path}/${at}`)).flat();
}

function diffLists(from: readonly unknown[], to: readonly unknown[], path: string): JsonChange[] {
  const before = positions(from);
  const after = positions(to);
  return before && after ? diffById(from, to, before, after, path) : diffByIndex(from, to, path);
}

function diffEntry(from: object, to: object, name: string | number, path: string): JsonChange[] {
  const old = (from as Loose)[name];
  const next = (to as Loose)[name];
  if (!Object.hasOwn(from, name)) return [{ op: "add", path, to: next }];
  if (!Object.hasOwn(to, name)) return [{ op: "remove", path, from: old }];
  return diffJson(old, next, path);
}

/** Every change from one value to the other, with JSON pointers; empty when they are equal. */
export function diffJson(from: unknown, to: unknown, path = ""): JsonChange[] {
  if (Array.isArray(from) && Array.isArray(to)) return diffLists(from, to, path);
  if (isObject(from) && isObject(to)) {
    const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
    return names.flatMap((name) => diffEntry(from, to, name, `${path}/${escaped(name)}`));
  }
  return from === to ? [] : [{ op: "replace", path, from, to }];
}
