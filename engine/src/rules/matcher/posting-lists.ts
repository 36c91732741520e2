/** Many short lists of numbers in two typed arrays: the items of list `i` are `items[start[i]] … items[start[i + 1] - 1]`. */
export interface PostingLists {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/** Packs lists; a missing one is empty. */
export function packLists(lists: readonly (readonly number[] | undefined)[]): PostingLists {
  const count = lists.length;
  const start = new Int32Array(count + 1);
  for (let at = 0; at < count; at += 1) start[at + 1] = (start[at] as number) + (lists[at]?.length ?? 0);
  const items = new Int32Array(start[count] as number);
  for (let at = 0; at < count; at += 1) items.set(lists[at] ?? [], start[at]);
  return { start, items };
}
