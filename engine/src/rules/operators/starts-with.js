/** `startsWith`: the text starts with the keyword, compared in the same form as `containsText`. */
import { never } from "../operator.js";
import { keywordOf } from "../text/keywords.js";
import { findAll } from "../text/positions.js";
import { keywordSchema } from "../value-schema.js";
export const startsWith = {
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
        if (!keyword)
            return never;
        return {
            test: (actual, e) => typeof actual === "string" && e.text(actual).text.startsWith(keyword.text),
            matches: (actual) => findAll(actual, [keyword], (_text, at) => at === 0),
        };
    },
    hint: (value) => {
        const keyword = keywordOf(value);
        return keyword && { type: "keywords", any: [keyword.text] };
    },
};
//# sourceMappingURL=starts-with.js.map