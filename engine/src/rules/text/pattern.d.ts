/** RE2 patterns: matching takes time linear in the text, whatever the pattern. */
import type { TextMatch } from "@sluice/schemas";
import { RE2JS } from "re2js";
/** `undefined` for what is no valid pattern. */
export declare function compilePattern(source: unknown): RE2JS | undefined;
/** Why a text is no valid pattern. */
export declare function patternFault(source: unknown): string | undefined;
/** The first matches with their positions; `keyword` is the matched text. */
export declare function findPattern(actual: unknown, pattern: RE2JS): readonly TextMatch[];
