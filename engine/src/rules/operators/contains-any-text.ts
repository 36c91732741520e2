/** `containsAnyText`: at least one of the keywords is in the text. */
import type { Operator } from "../operator.ts";
import { keywordHint, keywordsOf } from "../text/keywords.ts";
import { findAll } from "../text/positions.ts";
import { keywordListSchema } from "../value-schema.ts";

export const containsAnyText: Operator = {
  id: "containsAnyText",
  label: { zh: "文本包含任一", en: "text contains any of" },
  help: {
    zh: "命中任一关键词即可；不区分全角半角、大小写、繁简。",
    en: "One keyword is enough; ignores width, case and traditional/simplified.",
  },
  factTypes: ["text", "string", "any"],
  value: keywordListSchema,
  prepare: (value) => {
    const keywords = keywordsOf(value);
    return {
      test: (actual, e) => {
        if (typeof actual !== "string") return false;
        const text = e.text(actual);
        for (const keyword of keywords) if (text.includes(keyword)) return true;
        return false;
      },
      matches: (actual) => findAll(actual, keywords),
    };
  },
  hint: (value) => keywordHint(keywordsOf(value)),
};
