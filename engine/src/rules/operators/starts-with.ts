/** `startsWith`: the text starts with the keyword, compared in the same form as `containsText`. */
import { never, type Operator } from "../operator.ts";
import { keywordHint, keywordOf } from "../text/keywords.ts";
import { findAll } from "../text/positions.ts";
import { keywordSchema } from "../value-schema.ts";

export const startsWith: Operator = {
  id: "startsWith",
  label: { zh: "开头是", en: "starts with" },
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
      test: (actual, e) => typeof actual === "string" && e.text(actual).text.startsWith(keyword.text),
      matches: (actual) => findAll(actual, [keyword], (_text, at) => at === 0),
    };
  },
  hint: (value) => keywordHint(keywordOf(value), { exact: false }),
};
