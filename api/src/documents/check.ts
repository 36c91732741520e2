/** What is wrong with a document: its own shape first, then what it says about others. */
import {
  type AnyDocument,
  asErrors,
  type DocumentKind,
  type Finding,
  type Problem,
  parseDocument,
  problem,
} from "@sluice/schemas";
import { AppError } from "../errors.ts";
import type { RuntimePort } from "../runtime-port.ts";
import { referencesOf } from "./references.ts";

export const identityOf = ({ kind, key }: { readonly kind: string; readonly key: string }): string =>
  `${kind}:${key}`;

/** Parses a document that must be the one its address names. Throws `document.invalid`. */
export function parseNamed(input: unknown, kind: DocumentKind, key: string): AnyDocument {
  const parsed = parseDocument(input);
  const problems = parsed.ok ? [] : [...parsed.problems];
  const { kind: ownKind, key: ownKey } = (input ?? {}) as { kind?: unknown; key?: unknown };
  if (ownKind !== kind) problems.push(problem("/kind", "schema.choice"));
  if (ownKey !== key) problems.push(problem("/key", "schema.choice"));
  if (parsed.ok && problems.length === 0) return parsed.value;
  throw new AppError("document.invalid", { errors: problems });
}

function missingReferences(document: AnyDocument, existing: ReadonlySet<string>): Problem[] {
  return referencesOf(document)
    .filter((reference) => !existing.has(identityOf(reference)))
    .map(({ kind, key, path }) =>
      kind === "segment"
        ? problem(path, "condition.unknown-segment", { segment: key })
        : problem(path, "reference.missing", { kind, key }),
    );
}

/** Faults of a well-formed document beside the `others` that would be live with it; each place and code once. */
export function checkMeaning(
  document: AnyDocument,
  others: readonly AnyDocument[],
  checks: RuntimePort["checks"],
): Problem[] {
  const documents = [...others.filter((other) => identityOf(other) !== identityOf(document)), document];
  const existing = new Set(documents.map(identityOf));
  const found = [...missingReferences(document, existing), ...checks.document(document, { documents })];
  return [...new Map(found.map((item) => [`${item.path} ${item.code}`, item])).values()];
}

/** The faults as errors, and then whatever else is to be said of the document beside the `others`. */
export function findingsOf(
  document: AnyDocument,
  others: readonly AnyDocument[],
  checks: RuntimePort["checks"],
): readonly Finding[] {
  const documents = [...others.filter((other) => identityOf(other) !== identityOf(document)), document];
  const advice = checks.lint(document, { documents }).filter(({ severity }) => severity !== "error");
  return [...asErrors(checkMeaning(document, others, checks)), ...advice];
}
