/** `endsWith`: the text ends with the keyword, compared in the same form as `containsText`. */
import { never, type Operator } from "../operator.ts";
import { keywordHint, keywordOf } from "../text/keywords.ts";
import { findAll } from "../text/positions.ts";
import { keywordSchema } from "../value-schema.ts";

export const endsWith: Operator = {
  id: "endsWith",
  label: { zh: "结尾是", en: "ends with" },
  help: {
    zh: "不区分全角半角、大小写、繁简。",
    en: "Ignores width, case and traditional/simplified.",
  },
  factTypes: ["text", "string", "any"],
  value: keywordSchema,
  prepare: (value) => {
    const keyword = keywordOf(value);
    if (!keyword) return never;
    return {
      test: (actual, e) => typeof actual === "string" && e.text(actual).text.endsWith(keyword.text),
      matches: (actual) => findAll(actual, [keyword], (text, at) => at + keyword.text.length === text.length),
    };
  },
  hint: (value) => keywordHint(keywordOf(value), { exact: false }),
};
