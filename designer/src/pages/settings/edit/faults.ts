/** What is wrong with a part of the settings, and where: found here before saving, or told by the api. */
import type { FieldProblem } from "../../../client/errors.ts";
import type { Rows } from "./rows.ts";

/** Words for a fault that is found here; the api brings its own. */
export type FaultCode = "required" | "key" | "slug" | "fieldKey" | "duplicate" | "options";

export interface Fault {
  /** The row it is in; `""` where the part is no list. */
  readonly uid: string;
  /** JSON pointer inside the row: `/label/zh`. */
  readonly place: string;
  readonly code?: FaultCode;
  readonly text?: string;
}

const patterns = {
  key: /^[a-z0-9][a-z0-9-]{0,62}$/,
  slug: /^[a-z0-9][a-z0-9-]*$/,
  fieldKey: /^[A-Za-z][A-Za-z0-9_-]{0,62}$/,
} as const;

/** Whether a key may be called so. */
export const fitsPattern = (kind: keyof typeof patterns, value: string): boolean =>
  patterns[kind].test(value);

interface Labelled {
  readonly label: { readonly zh: string; readonly en: string };
}

/** Both languages are needed: what is shown must not be empty for anybody. */
export const labelFaults = (uid: string, { label }: Labelled, below = ""): readonly Fault[] =>
  (["zh", "en"] as const)
    .filter((language) => label[language].trim() === "")
    .map((language) => ({ uid, place: `${below}/label/${language}`, code: "required" }));

/** A key that is missing, ill-formed or taken by a row above. */
export function keyFaults<T>(
  rows: Rows<T>,
  keyOf: (item: T) => string,
  place: string,
  pattern: keyof typeof patterns | null,
): readonly Fault[] {
  const seen = new Set<string>();
  return rows.flatMap(({ uid, item }): Fault[] => {
    const key = keyOf(item);
    const taken = seen.has(key);
    seen.add(key);
    if (key === "") return [{ uid, place, code: "required" }];
    if (pattern !== null && !fitsPattern(pattern, key)) return [{ uid, place, code: pattern }];
    return taken ? [{ uid, place, code: "duplicate" }] : [];
  });
}

/** The api's faults at the rows that were sent; those of no row come back apart. */
export function placeProblems<T>(
  problems: readonly FieldProblem[],
  rows: Rows<T> | null,
): { readonly placed: readonly Fault[]; readonly rest: readonly FieldProblem[] } {
  const placed: Fault[] = [];
  const rest: FieldProblem[] = [];
  for (const problem of problems) {
    const match = /^\/(\d+)(\/.*)?$/.exec(problem.path);
    const row = rows === null ? undefined : rows[Number(match?.[1] ?? -1)];
    if (rows === null && problem.path !== "")
      placed.push({ uid: "", place: problem.path, text: problem.message });
    else if (row) placed.push({ uid: row.uid, place: match?.[2] ?? "/key", text: problem.message });
    else rest.push(problem);
  }
  return { placed, rest };
}
