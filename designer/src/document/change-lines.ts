/** Differences of two documents as lines that people read: what happened, where, from what to what. */
import { diffJson, type JsonChange } from "@sluice/schemas";

export interface ChangeLine {
  readonly id: string;
  readonly op: JsonChange["op"];
  /** The human name of the place. */
  readonly place: string;
  /** Short texts of the values; absent where there is none. */
  readonly from?: string;
  readonly to?: string;
}

const longest = 160;

/** A value as short text: words as they are, everything else as JSON. */
export function shortText(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** A thing that was added or removed as a whole is called by its name where it has one. */
function valueText(value: unknown): string {
  const { name, id } = (typeof value === "object" && value !== null ? value : {}) as {
    readonly name?: unknown;
    readonly id?: unknown;
  };
  const own = [name, id].find((word) => typeof word === "string" && word !== "");
  return own === undefined ? shortText(value) : String(own);
}

/** Every difference, in the order of the documents. */
export function changeLines<D>(
  from: D | null,
  to: D | null,
  placeName: (document: D, path: string) => string,
): readonly ChangeLine[] {
  const nameIn = (document: D | null, path: string) => (document === null ? path : placeName(document, path));
  return diffJson(from ?? {}, to ?? {}).map((change): ChangeLine => {
    const { op, path } = change;
    const line = { id: `${op} ${path}`, op, place: nameIn(op === "remove" ? from : to, path) };
    if (op === "move") return line;
    return {
      ...line,
      ...("from" in change ? { from: valueText(change.from) } : {}),
      ...("to" in change ? { to: valueText(change.to) } : {}),
    };
  });
}
