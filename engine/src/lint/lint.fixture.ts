/** What lint says of a document beside the starter pack, as `severity path code`. */
import type { AnyDocument, Finding } from "@sluice/schemas";
import { applyPatch } from "@sluice/schemas";
import { starterOptions } from "../check/check.fixture.ts";
import { type LintOptions, lint } from "./lint.ts";

/** A quiet day: no campaign is over, and the holidays of the months ahead are known. */
export const quietDay = Date.parse("2026-06-01T10:00:00+08:00");

export const linted = (document: AnyDocument, options: Partial<LintOptions> = {}): readonly Finding[] =>
  lint(document, { ...starterOptions, now: quietDay, ...options });

export const adviceOn = (document: AnyDocument, options: Partial<LintOptions> = {}): readonly string[] =>
  linted(document, options).map(({ severity, path, code }) => `${severity} ${path} ${code}`);

/** The document after the fix of the first finding with this code. */
export function mended(document: AnyDocument, code: string, options: Partial<LintOptions> = {}): AnyDocument {
  const found = linted(document, options).find((item) => item.code === code && item.fix);
  const next = found?.fix && applyPatch(document, found.fix.patch);
  if (!next) throw new Error(`${code} offers no fix that fits`);
  return next as AnyDocument;
}
