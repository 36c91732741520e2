/** The smallest single replacement between two texts, so that a change from outside moves neither caret nor view. */
export interface TextEdit {
  /** Offsets into the old text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function commonLength(limit: number, same: (index: number) => boolean): number {
  let length = 0;
  while (length < limit && same(length)) length += 1;
  return length;
}

/** What to replace in `before` to get `after`; `null` when they are equal. */
export function minimalEdit(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  const head = commonLength(shorter, (index) => before[index] === after[index]);
  const tail = commonLength(
    shorter - head,
    (index) => before[before.length - 1 - index] === after[after.length - 1 - index],
  );
  return { start: head, end: before.length - tail, text: after.slice(head, after.length - tail) };
}
