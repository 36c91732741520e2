/** Compares in turn until one of the comparisons decides. */
export const firstOf =
  (...compares) =>
  (a, b, context) => {
    for (const compare of compares) {
      const result = compare(a, b, context);
      if (result !== 0) return result;
    }
    return 0;
  };
/** Ids in code-unit order: the same on every machine. */
export const byId = (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
//# sourceMappingURL=strategy.js.map
