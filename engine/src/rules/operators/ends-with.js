/** `endsWith`: the text ends with the keyword, compared in the same form as `containsText`. */
import { never } from "../operator.js";
import { keywordOf } from "../text/keywords.js";
import { findAll } from "../text/positions.js";
import { keywordSchema } from "../value-schema.js";
export const endsWith = {
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
        if (!keyword)
            return never;
        return {
            test: (actual, e) => typeof actual === "string" && e.text(actual).text.endsWith(keyword.text),
            matches: (actual) => findAll(actual, [keyword], (text, at) => at + keyword.text.length === text.length),
        };
    },
    hint: (value) => {
        const keyword = keywordOf(value);
        return keyword && { type: "keywords", any: [keyword.text] };
    },
};
//# sourceMappingURL=ends-with.js.map