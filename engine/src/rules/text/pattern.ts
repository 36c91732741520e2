/** RE2 patterns: matching takes time linear in the text, whatever the pattern. */
import type { TextMatch } from "@sluice/schemas";
import { RE2JS, RE2JSException } from "re2js";

/**
 * Longest pattern, and largest compiled program. The worst match takes program × text steps: 1,500 are a few seconds
 * for the longest message of 100,000 characters, and more than a pattern of full length without `{m,n}` comes to.
 */
const patternLimits = { length: 1_000, program: 1_500, matches: 100 } as const;

type Compiled = { readonly pattern: RE2JS } | { readonly fault: string };

function tryCompile(source: string): Compiled {
  if (source.length > patternLimits.length)
    return { fault: `longer than ${patternLimits.length} characters` };
  try {
    const pattern = RE2JS.compile(source);
    return pattern.programSize() > patternLimits.program ? { fault: "too large" } : { pattern };
  } catch (error) {
    if (error instanceof RE2JSException) return { fault: error.message };
    throw error;
  }
}

/** `undefined` for what is no valid pattern. */
export function compilePattern(source: unknown): RE2JS | undefined {
  if (typeof source !== "string") return undefined;
  const compiled = tryCompile(source);
  return "pattern" in compiled ? compiled.pattern : undefined;
}

/** Why a text is no valid pattern. */
export function patternFault(source: unknown): string | undefined {
  if (typeof source !== "string") return undefined;
  const compiled = tryCompile(source);
  return "fault" in compiled ? compiled.fault : undefined;
}

/** The first matches with their positions; `keyword` is the matched text. */
export function findPattern(actual: unknown, pattern: RE2JS): readonly TextMatch[] {
  if (typeof actual !== "string") return [];
  const matcher = pattern.matcher(actual);
  const found: TextMatch[] = [];
  while (found.length < patternLimits.matches && matcher.find())
    found.push({ keyword: matcher.group() ?? "", start: matcher.start(), end: matcher.end() });
  return found;
}
