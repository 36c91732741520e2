/** The past and the future of a drawing as patches: small, serialisable and exact both ways. */
import { applyPatches, enablePatches, type Objectish, type Patch, produceWithPatches } from "immer";
import type { Text } from "./command.ts";

enablePatches();

/** One step of the history. */
export interface HistoryEntry {
  readonly label: Text;
  readonly mergeKey?: string;
  readonly forward: readonly Patch[];
  readonly backward: readonly Patch[];
}

/** Entries, oldest first; the first `position` of them are applied. */
export interface History {
  readonly entries: readonly HistoryEntry[];
  readonly position: number;
}

export const emptyHistory: History = { entries: [], position: 0 };

/** Entries that are kept; older ones are forgotten, the document they led to stays. */
export const historyLimit = 200;

/** The changed value and its patches; `undefined` when the recipe changed nothing. */
export function change<T extends Objectish>(
  value: T,
  recipe: (draft: T) => void,
):
  | { readonly value: T; readonly forward: readonly Patch[]; readonly backward: readonly Patch[] }
  | undefined {
  const [next, forward, backward] = produceWithPatches(value, (draft) => {
    recipe(draft as T);
  });
  return forward.length === 0 ? undefined : { value: next as T, forward, backward };
}

const merged = (old: HistoryEntry, entry: HistoryEntry): HistoryEntry => ({
  ...old,
  label: entry.label,
  forward: [...old.forward, ...entry.forward],
  backward: [...entry.backward, ...old.backward],
});

/** The history after one more step; what had been undone is forgotten. */
export function record({ entries, position }: History, entry: HistoryEntry, mergeable: boolean): History {
  const past = entries.slice(0, position);
  const last = past.at(-1);
  const joins = mergeable && last?.mergeKey !== undefined && last.mergeKey === entry.mergeKey;
  const next = joins ? [...past.slice(0, -1), merged(last, entry)] : [...past, entry];
  const kept = next.slice(-historyLimit);
  return { entries: kept, position: kept.length };
}

/** The value and the history with the first `position` entries applied; beyond either end it stops there. */
export function travel<T extends Objectish>(
  value: T,
  history: History,
  position: number,
): { readonly value: T; readonly history: History } {
  const target = Math.max(0, Math.min(history.entries.length, position));
  let at = history.position;
  let reached = value;
  for (; at > target; at -= 1) reached = applyPatches(reached, history.entries[at - 1]?.backward ?? []);
  for (; at < target; at += 1) reached = applyPatches(reached, history.entries[at]?.forward ?? []);
  return { value: reached, history: { ...history, position: target } };
}
