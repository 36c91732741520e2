import type { NodeKindDefinition } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { catalogQuery } from "../client/workspace.ts";

/** The node kinds that can be drawn, by kind; empty until the catalog has come. */
export function useCatalogKinds(): ReadonlyMap<string, NodeKindDefinition> {
  const catalog = useQuery(catalogQuery).data;
  return useMemo(() => new Map(catalog?.nodeKinds.map((kind) => [kind.kind, kind])), [catalog]);
}
