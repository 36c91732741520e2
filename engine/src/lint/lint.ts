/**
 * What is shown while drawing: everything that refuses publication, then what is most likely a mistake, then what is
 * worth knowing. The same code runs in the browser and behind the API.
 */
import {
  type AnyDocument,
  asErrors,
  type DocumentKind,
  type Finding,
  type SluiceDocument,
  severities,
} from "@sluice/schemas";
import { checkDocument } from "../check/check-document.ts";
import { conditionPlacesOf } from "./condition-places.ts";
import { createLintContext, type LintContext, type LintOptions } from "./rule.ts";
import { conditionRules, lintRules } from "./rules.ts";

export type { LintOptions } from "./rule.ts";

const adviceFor = <K extends DocumentKind>(document: SluiceDocument<K>, context: LintContext): Finding[] =>
  lintRules[document.kind].flatMap((rule) => rule.check(document, context));

const adviceOnConditions = (document: AnyDocument, context: LintContext): Finding[] =>
  conditionPlacesOf(document).flatMap(({ when, path }) => {
    const found = context.recall("advice", when, () =>
      conditionRules.flatMap((rule) => rule.check({ when, path: "" }, context)),
    );
    return found.length === 0 ? found : found.map((item) => findingBelow(path, item));
  });

/** A finding, and the change that it offers, below a pointer. */
function findingBelow(path: string, { fix, ...found }: Finding): Finding {
  const patch = fix?.patch.map((step) => ({ ...step, path: `${path}${step.path}` }));
  return { ...found, path: `${path}${found.path}`, ...(fix && patch ? { fix: { ...fix, patch } } : {}) };
}

const bySeverity = (a: Finding, b: Finding): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity);

/**
 * Every finding of a document that `parseDocument` of `@sluice/schemas` has taken, errors first, each with its JSON pointer
 * into the document. Takes documents that may not be published, too. Never throws for such a document (the ones beside it
 * have to be parsed, too); the same input gives the same findings.
 */
export function lint(document: AnyDocument, options: LintOptions): readonly Finding[] {
  const context = createLintContext(document, options);
  return [
    ...asErrors(checkDocument(document, options)),
    ...adviceOnConditions(document, context),
    ...adviceFor(document, context),
  ].sort(bySeverity);
}
