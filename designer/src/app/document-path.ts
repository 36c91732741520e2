/** Where documents of each kind are drawn. Only kinds whose pages work are linked: `pageEntries` says which do. */
import type { DocumentKind } from "@sluice/schemas";
import { pageEntries } from "./pages.tsx";

const bases: Readonly<Record<DocumentKind, string>> = {
  workflow: "/workflows",
  classification: "/classification",
  sla: "/sla",
  routing: "/routing",
  calendar: "/calendars",
  campaign: "/campaigns",
  segment: "/segments",
};

/** The address of a document's page; `null` where there is no such page. */
export function hrefOf(kind: DocumentKind, key: string): string | null {
  const base = bases[kind];
  const isListed = pageEntries.some(({ path }) => path === base);
  return isListed ? `${base}/${key}` : null;
}
