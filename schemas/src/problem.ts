/** One fault in an input: where (JSON pointer), which (code) and what to do, in both languages. */
import type { Label } from "./primitives.ts";
import { problemTexts } from "./problem-texts.ts";

export type ProblemCode = keyof typeof problemTexts;

export interface Problem {
  /** JSON pointer (RFC 6901) into the input; empty for the whole. */
  readonly path: string;
  readonly code: ProblemCode;
  readonly message: Label;
}

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** Builds a problem from its code; `{name}` places in the texts are filled from `values`. */
export function problem(
  path: string,
  code: ProblemCode,
  values: Readonly<Record<string, string | number>> = {},
): Problem {
  const { zh, en } = problemTexts[code];
  return { path, code, message: { zh: fill(zh, values), en: fill(en, values) } };
}
