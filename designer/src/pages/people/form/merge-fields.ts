/** Two people changed the same: what each touched alone is taken from each, the rest is for the person to say. */

type Fields = Readonly<Record<string, unknown>>;

export interface Merged<T> {
  /** What was typed, with what only the other one changed. */
  readonly merged: T;
  /** Fields that both changed, each to something else. */
  readonly clashes: readonly (keyof T & string)[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** `base` is what the person saw first, `mine` what they made of it, `theirs` what is stored now. */
export function mergeFields<T extends object>(base: T, mine: T, theirs: T): Merged<T> {
  const read = (value: T, name: string) => (value as Fields)[name];
  const names = [...new Set([base, mine, theirs].flatMap((each) => Object.keys(each)))];
  const merged: Record<string, unknown> = {};
  const clashes: string[] = [];
  for (const name of names) {
    const [before, own, now] = [read(base, name), read(mine, name), read(theirs, name)];
    const chosen = same(own, before) ? now : own;
    if (chosen !== undefined) merged[name] = chosen;
    if (!same(own, before) && !same(now, before) && !same(own, now)) clashes.push(name);
  }
  return { merged: merged as T, clashes: clashes as (keyof T & string)[] };
}
