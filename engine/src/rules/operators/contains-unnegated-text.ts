/** `containsUnnegatedText`: a keyword is in the text, and no negation stands right before that occurrence. */
import type { Operator } from "../operator.ts";
import { keywordHint, keywordsOf } from "../text/keywords.ts";
import { isUnnegated } from "../text/negation.ts";
import { findAll } from "../text/positions.ts";
import { keywordOrListSchema } from "../value-schema.ts";

export const containsUnnegatedText: Operator = {
  id: "containsUnnegatedText",
  label: { zh: "文本包含（未被否定）", en: "text contains, not negated" },
  help: {
    zh: "关键词前紧挨着 不、没、别、无需、不要 时，该处不算。注意：“不退款我就投诉”其实是退款诉求，这里会判为不命中，此类规则请用“文本包含”。",
    en: "An occurrence right after 不, 没, 别, 无需 or 不要 does not count. Mind that 不退款我就投诉 (no refund and I complain) is a refund demand that this operator misses; use containsText there.",
  },
  factTypes: ["text", "string", "any"],
  value: keywordOrListSchema,
  prepare: (value) => {
    const keywords = keywordsOf(value);
    return {
      test: (actual, e) => {
        if (typeof actual !== "string") return false;
        const searchable = e.text(actual);
        const { text } = searchable;
        return keywords.some((keyword) => {
          if (!searchable.includes(keyword)) return false;
          for (let at = text.indexOf(keyword.text); at >= 0; at = text.indexOf(keyword.text, at + 1))
            if (isUnnegated(text, at)) return true;
          return false;
        });
      },
      matches: (actual) => findAll(actual, keywords, isUnnegated),
    };
  },
  hint: (value) => keywordHint(keywordsOf(value), { unnegated: true }),
};
