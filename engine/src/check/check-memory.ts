/**
 * What was found in the parts of a document, kept for the next time it is checked: while somebody draws, all but one
 * of two thousand rules are the very same objects as a moment ago. What is kept holds for one surroundings only, and
 * for parts that are never written to.
 */
export class CheckMemory {
  readonly #kept = new Map<string, WeakMap<object, unknown>>();

  /** What `make` answered when it was first asked about this very object. */
  recall<T>(what: string, about: object, make: () => T): T {
    const kept = this.#kept.get(what) ?? new WeakMap<object, unknown>();
    this.#kept.set(what, kept);
    if (kept.has(about)) return kept.get(about) as T;
    const made = make();
    kept.set(about, made);
    return made;
  }
}
