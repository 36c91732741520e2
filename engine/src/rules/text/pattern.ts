/** RE2 patterns: matching takes time linear in the text, whatever the pattern. */
import type { TextMatch } from "@sluice/schemas";
import { RE2JS, RE2JSException } from "re2js";

/**
 * Longest pattern, and largest compiled program: more than a pattern of full length without `{m,n}` comes to. The worst
 * match takes program × text steps, so a large program sees less of a very long text: `steps` are half a second.
 * A program of 300, which few patterns come to, sees all of the longest message.
 */
const patternLimits = { length: 1_000, program: 1_500, steps: 30_000_000, matches: 100, shown: 200 } as const;

type Compiled = { readonly pattern: TextPattern } | { readonly fault: string };

/** A pattern, and how much of a text it sees. */
export class TextPattern {
  readonly #pattern: RE2JS;
  /** Characters that are looked at, from the beginning of the text. */
  readonly seen: number;

  constructor(pattern: RE2JS) {
    this.#pattern = pattern;
    this.seen = Math.floor(patternLimits.steps / pattern.programSize());
  }

  test(text: string): boolean {
    return this.#pattern.test(text.slice(0, this.seen));
  }

  /**
   * The first matches with their positions; `keyword` is the matched text, a long one cut. A search may look at the whole
   * rest of the text before it finds what is next to it: there are no more searches than `seen` allows.
   */
  find(text: string): readonly TextMatch[] {
    const matcher = this.#pattern.matcher(text.slice(0, this.seen));
    const found: TextMatch[] = [];
    let looked = text.length;
    while (found.length < patternLimits.matches && (found.length === 0 || looked <= this.seen)) {
      if (!matcher.find()) break;
      const start = matcher.start();
      const end = matcher.end();
      found.push({ keyword: shown(text.slice(start, end)), start, end });
      looked += text.length - end;
    }
    return found;
  }
}

const shown = (text: string): string =>
  text.length <= patternLimits.shown ? text : `${text.slice(0, patternLimits.shown - 1)}…`;

function tryCompile(source: string): Compiled {
  if (source.length > patternLimits.length)
    return { fault: `longer than ${patternLimits.length} characters` };
  try {
    const pattern = RE2JS.compile(source);
    return pattern.programSize() > patternLimits.program
      ? { fault: "too large" }
      : { pattern: new TextPattern(pattern) };
  } catch (error) {
    if (error instanceof RE2JSException) return { fault: error.message };
    throw error;
  }
}

/** `undefined` for what is no valid pattern. */
export function compilePattern(source: unknown): TextPattern | undefined {
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
