/** Blanks secrets out of whatever a plugin says about itself: its log, its errors. */

/** Shorter values would blank out half of every sentence. */
const shortest = 4;

/** Remembers secrets and removes them from texts and JSON. */
export interface Redactor {
  learn(values: Iterable<string>): void;
  text(text: string): string;
  json<T>(value: T): T;
}

/** Wires a redactor that knows nothing yet. */
export function createRedactor(): Redactor {
  const known = new Set<string>();
  const text = (input: string): string => {
    let output = input;
    for (const secret of known) output = output.replaceAll(secret, "[secret]");
    return output;
  };
  const visit = (value: unknown): unknown => {
    if (typeof value === "string") return text(value);
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [text(key), visit(item)]));
  };
  return {
    learn: (values) => {
      for (const value of values) if (value.length >= shortest) known.add(value);
    },
    text,
    json: <T>(value: T) => (known.size === 0 ? value : (visit(value) as T)),
  };
}
