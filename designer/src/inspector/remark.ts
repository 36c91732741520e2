/** What is said beside a field or at a place of a text: a finding of lint, without what only lint needs. */
import type { Label, Severity } from "@sluice/schemas";
import { inLanguage } from "../explain/names.ts";

/** `Finding` is one. */
export interface Remark {
  /** JSON pointer from the value that is shown. */
  readonly path: string;
  readonly message: Label | string;
  readonly severity: Severity;
}

/** The words of a remark in a language. */
export const remarkText = ({ message }: Remark, language: string): string =>
  typeof message === "string" ? message : inLanguage(message, language);
