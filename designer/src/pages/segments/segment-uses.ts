/** Where a segment is used: every condition of every document that names it. */
import { type AnyDocument, type Condition, conditionsOf, specSchemas } from "@sluice/schemas";

/** One document that uses a segment, and how often. */
export interface SegmentUse {
  readonly document: AnyDocument;
  readonly times: number;
}

/** How often a condition names the segment. */
function timesIn(condition: Condition, key: string): number {
  if ("condition" in condition) return condition.condition === key ? 1 : 0;
  if ("not" in condition) return timesIn(condition.not, key);
  const children = "all" in condition ? condition.all : "any" in condition ? condition.any : [];
  return children.reduce((sum, child) => sum + timesIn(child, key), 0);
}

/** The documents that use the segment, in the order given. */
export function segmentUses(documents: readonly AnyDocument[], key: string): readonly SegmentUse[] {
  return documents
    .map((document) => {
      const conditions = conditionsOf(specSchemas[document.kind], document.spec);
      const times = conditions.reduce((sum, { value }) => sum + timesIn(value as Condition, key), 0);
      return { document, times };
    })
    .filter(({ times }) => times > 0);
}
