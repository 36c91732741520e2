/** `containsText`: the keyword is somewhere in the text. */
import { never, type Operator } from "../operator.ts";
import { keywordHint, keywordOf } from "../text/keywords.ts";
import { findAll } from "../text/positions.ts";
import { keywordSchema } from "../value-schema.ts";

export const containsText: Operator = {
  id: "containsText",
  label: { zh: "文本包含", en: "text contains" },
  help: {
    zh: "不区分全角半角、大小写、繁简；关键词按原样查找，不是正则。",
    en: "Ignores width, case and traditional/simplified; the keyword is literal, not a pattern.",
  },
  factTypes: ["text", "string", "any"],
  value: keywordSchema,
  prepare: (value) => {
    const keyword = keywordOf(value);
    if (!keyword) return never;
    return {
      test: (actual, e) => typeof actual === "string" && e.text(actual).includes(keyword),
      matches: (actual) => findAll(actual, [keyword]),
    };
  },
  hint: (value) => keywordHint(keywordOf(value)),
};
