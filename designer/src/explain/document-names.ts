/** What documents and their parts are called. What is not known is shown as its id, never hidden. */
import type { AnyDocument, DocumentKind } from "@sluice/schemas";

type PartName = (document: string, id: string) => string;

export interface DocumentNames {
  readonly document: (kind: DocumentKind, key: string) => string;
  /** A tier of an SLA policy; of any policy that has it where the policy is not known (an empty text). */
  readonly tier: PartName;
  /** A route of a routing policy. */
  readonly route: PartName;
  /** A phase of a campaign. */
  readonly phase: PartName;
}

interface Named {
  readonly id: string;
  readonly name?: string | undefined;
}

function partsOf(document: AnyDocument): readonly Named[] {
  switch (document.kind) {
    case "sla":
      return document.spec.tiers;
    case "routing":
      return document.spec.routes;
    case "campaign":
      return document.spec.phases;
    default:
      return [];
  }
}

/** A key of the maps below; no id holds a line break. */
const placeOf = (...steps: readonly string[]): string => steps.join("\n");

/** The names in `documents`; `titles` names those of which only the name is known. */
export function createDocumentNames(
  documents: readonly AnyDocument[],
  titles: readonly { readonly kind: DocumentKind; readonly key: string; readonly name: string }[] = [],
): DocumentNames {
  const named = new Map(
    [...titles, ...documents].map(({ kind, key, name }) => [placeOf(kind, key), name] as const),
  );
  const parts = new Map<string, string>();
  for (const document of documents)
    for (const { id, name = "" } of partsOf(document))
      if (name !== "") for (const key of [document.key, ""]) parts.set(placeOf(document.kind, key, id), name);
  const part = (kind: DocumentKind) => (document: string, id: string) =>
    parts.get(placeOf(kind, document, id)) ?? id;
  return {
    document: (kind, key) => named.get(placeOf(kind, key)) ?? key,
    tier: part("sla"),
    route: part("routing"),
    phase: part("campaign"),
  };
}
