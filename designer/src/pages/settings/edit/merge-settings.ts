/** Two people's changes of one part, put together: items of lists are matched by their key. */
import { type Choose, mergeDocuments } from "../../../document/conflict/merge-documents.ts";

export interface MergedSettings<V> {
  readonly value: V;
  readonly clashes: readonly SettingsClash[];
}

/** A place that both changed otherwise. */
export interface SettingsClash {
  /** `/[refundAmount]/label/zh`: keys of items in brackets. */
  readonly place: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

interface Keyed {
  readonly key?: string;
  readonly id?: string;
}

/** The documents' merge matches items by `id`; ours are known by their `key` or `id`. */
const named = (item: unknown) => {
  const { key, id } = item as Keyed;
  return { id: key ?? id ?? "", item };
};

const wrap = (value: unknown): unknown => (Array.isArray(value) ? { list: value.map(named) } : { value });

function unwrap(wrapped: unknown): unknown {
  const { list, value } = wrapped as { list?: readonly { item: unknown }[]; value?: unknown };
  return list === undefined ? value : list.map(({ item }) => item);
}

const placeOf = (place: string): string =>
  place.replace(/^\/(?:list|value)/, "").replace(/^(\/\[[^\]]*\])\/item/, "$1");

/** What only one side changed is taken; at a clash `choose` decides, mine unless it says otherwise. */
export function mergeSettings<V>(
  base: V,
  mine: V,
  theirs: V,
  choose: (clash: SettingsClash) => "mine" | "theirs" = () => "mine",
): MergedSettings<V> {
  const told: Choose = (clash) => choose({ ...clash, place: placeOf(clash.place) });
  const { document, clashes } = mergeDocuments(wrap(base), wrap(mine), wrap(theirs), told);
  const shown = clashes.map(({ place, mine: ours, theirs: others }) => ({
    place: placeOf(place),
    mine: ours,
    theirs: others,
  }));
  return { value: unwrap(document) as V, clashes: shown };
}
