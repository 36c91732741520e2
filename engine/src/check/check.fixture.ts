/** The starter pack as surroundings for the tests of the checks: one document is altered, the rest stays live. */
import type { ActionDefinition, AnyDocument, DocumentKind, SluiceDocument } from "@sluice/schemas";
import { parseDocument } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import { type CheckOptions, checkDocument } from "./check-document.ts";

export const httpRequest: ActionDefinition = {
  id: "http.request",
  version: "1",
  label: { zh: "HTTP 请求", en: "HTTP request" },
  input: { type: "object" },
  output: { type: "object" },
};

/** Everything that the starter pack brings, with the one action that it calls. */
export const starterOptions: CheckOptions = {
  documents: ecommerceStarter.documents,
  settings: ecommerceStarter.settings,
  people: ecommerceStarter.people,
  actions: [httpRequest],
};

/** A document of the starter pack, as a copy that may be altered. */
export function starterDocument<K extends DocumentKind>(kind: K, key: string): SluiceDocument<K> {
  const found = ecommerceStarter.documents.find((item) => item.kind === kind && item.key === key);
  if (!found) throw new Error(`the starter pack has no ${kind} ${key}`);
  return structuredClone(found) as SluiceDocument<K>;
}

/** A document around a spec. */
export const documentOf = (kind: DocumentKind, spec: unknown, key = "mine"): AnyDocument =>
  ({ kind, key, name: key, formatVersion: 1, spec }) as AnyDocument;

/** `path code` of every problem of a document that parses. */
export function problemsOf(document: AnyDocument, options: Partial<CheckOptions> = {}): readonly string[] {
  const parsed = parseDocument(document);
  if (!parsed.ok) throw new Error(`the test's document does not parse: ${JSON.stringify(parsed.problems)}`);
  return checkDocument(document, { ...starterOptions, ...options }).map(
    ({ path, code }) => `${path} ${code}`,
  );
}
