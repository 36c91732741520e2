/** `containsAllText`: every keyword is in the text, in any order. */
import { never } from "../operator.js";
import { keywordsOf } from "../text/keywords.js";
import { findAll } from "../text/positions.js";
import { keywordListSchema } from "../value-schema.js";
export const containsAllText = {
    id: "containsAllText",
    label: { zh: "文本包含全部", en: "text contains all of" },
    help: {
        zh: "所有关键词都要出现，顺序不限；不区分全角半角、大小写、繁简。",
        en: "Every keyword must be there, in any order; ignores width, case and traditional/simplified.",
    },
    factTypes: ["text", "string", "any"],
    value: keywordListSchema,
    prepare: (value) => {
        const keywords = keywordsOf(value);
        if (keywords.length === 0 || !Array.isArray(value) || keywords.length < value.length)
            return never;
        return {
            test: (actual, e) => {
                if (typeof actual !== "string")
                    return false;
                const text = e.text(actual);
                return keywords.every((keyword) => text.includes(keyword));
            },
            matches: (actual) => findAll(actual, keywords),
        };
    },
    // One keyword is enough to find the rule by; the longest is the rarest.
    hint: (value) => {
        const longest = keywordsOf(value).toSorted((a, b) => b.text.length - a.text.length)[0];
        return longest && { type: "keywords", any: [longest.text] };
    },
};
//# sourceMappingURL=contains-all-text.js.map