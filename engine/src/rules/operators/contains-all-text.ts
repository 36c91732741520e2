/** `containsAllText`: every keyword is in the text, in any order. */
import { never, type Operator } from "../operator.ts";
import { type Keyword, keywordHint, keywordsOf } from "../text/keywords.ts";
import { findAll } from "../text/positions.ts";
import { keywordListSchema } from "../value-schema.ts";

/** The keywords that must all be there; `undefined` when one of them can be in no text. */
function allOf(value: unknown): readonly Keyword[] | undefined {
  const keywords = keywordsOf(value);
  return Array.isArray(value) && keywords.length > 0 && keywords.length === value.length
    ? keywords
    : undefined;
}

export const containsAllText: Operator = {
  id: "containsAllText",
  label: { zh: "文本包含全部", en: "text contains all of" },
  help: {
    zh: "所有关键词都要出现，顺序不限；不区分全角半角、大小写、繁简。",
    en: "Every keyword must be there, in any order; ignores width, case and traditional/simplified.",
  },
  factTypes: ["text", "string", "any"],
  value: keywordListSchema,
  prepare: (value) => {
    const keywords = allOf(value);
    if (!keywords) return never;
    return {
      test: (actual, e) => {
        if (typeof actual !== "string") return false;
        const text = e.text(actual);
        return keywords.every((keyword) => text.includes(keyword));
      },
      matches: (actual) => findAll(actual, keywords),
    };
  },
  hint: (value) => keywordHint(allOf(value), { need: "all" }),
};
