/** Where a document is drawn. */
import type { DocumentKind } from "@sluice/schemas";

const folders: Readonly<Record<DocumentKind, string>> = {
  workflow: "/workflows",
  classification: "/classification",
  sla: "/sla",
  routing: "/routing",
  calendar: "/calendars",
  campaign: "/campaigns",
  segment: "/segments",
};

/** The page of a document. */
export const documentAddress = (kind: DocumentKind, key: string): string =>
  `${folders[kind]}/${encodeURIComponent(key)}`;
