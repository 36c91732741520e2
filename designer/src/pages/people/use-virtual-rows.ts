/** Only the rows that are seen are drawn; what is above and below them is two empty rows of their height. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback } from "react";

export interface VirtualRows {
  /** Places of the rows to draw. */
  readonly rows: readonly number[];
  /** Pixels above and below them. */
  readonly above: number;
  readonly below: number;
  readonly scrollTo: (row: number) => void;
}

export function useVirtualRows(
  count: number,
  rowHeight: number,
  scroll: RefObject<HTMLElement | null>,
  headHeight = 0,
): VirtualRows {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: headHeight,
    // Where nothing is laid out (a test without a screen) the first rows are drawn all the same.
    initialRect: { width: 1_000, height: 800 },
  });
  const items = virtual.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  const scrollTo = useCallback((row: number) => virtual.scrollToIndex(row), [virtual]);
  return {
    rows: items.map(({ index }) => index),
    above: first?.start ?? 0,
    below: last ? virtual.getTotalSize() - last.end : 0,
    scrollTo,
  };
}
