/** Short readable ids (`n7`), unique in the document and never given twice in a session: a deleted node stays itself. */
import type { WorkflowDocument } from "./model.ts";

/** n = node, e = edge, t = note, g = group. */
export type IdPrefix = "n" | "e" | "t" | "g";

export interface IdSource {
  /** Notes what is taken; called with every document the session has been through. */
  observe(document: WorkflowDocument): void;
  next(prefix: IdPrefix): string;
}

function* takenIds({ spec }: WorkflowDocument): Generator<string> {
  for (const list of [spec.nodes, spec.edges, spec.notes ?? [], spec.groups ?? []])
    for (const { id } of list) yield id;
}

const pattern = /^([netg])(\d{1,9})$/;

/** A source for one session, beginning with its first document. */
export function createIdSource(document: WorkflowDocument): IdSource {
  const highest: Record<string, number> = { n: 0, e: 0, t: 0, g: 0 };
  const source: IdSource = {
    observe(seen) {
      for (const id of takenIds(seen)) {
        const [, prefix = "", digits] = pattern.exec(id) ?? [];
        if (prefix !== "") highest[prefix] = Math.max(highest[prefix] ?? 0, Number(digits));
      }
    },
    next(prefix) {
      highest[prefix] = (highest[prefix] ?? 0) + 1;
      return `${prefix}${highest[prefix]}`;
    },
  };
  source.observe(document);
  return source;
}
