/** What stands in the cell's editor: a letter redraws what says how it is understood, not the whole matrix. */

export interface TypedText {
  get(): string;
  set(text: string): void;
  subscribe(listener: () => void): () => void;
}

/** A text that can be listened to. */
export function createTypedText(): TypedText {
  let text = "";
  const listeners = new Set<() => void>();
  return {
    get: () => text,
    set(next) {
      text = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
