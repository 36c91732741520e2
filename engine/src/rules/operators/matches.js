/** `matches`: the original text has a match of an RE2 pattern; linear in the text, whatever the pattern. */
import { never } from "../operator.js";
import { compilePattern, findPattern, patternFault } from "../text/pattern.js";
import { patternSchema } from "../value-schema.js";
export const matches = {
    id: "matches",
    label: { zh: "匹配正则", en: "matches pattern" },
    help: {
        zh: "RE2 语法（没有回溯、环视和反向引用），在原文中查找；忽略大小写请以 (?i) 开头。",
        en: "RE2 syntax (no look-around, no back-references), searched in the original text; begin with (?i) to ignore case.",
    },
    factTypes: ["text", "string", "any"],
    value: patternSchema,
    prepare: (value) => {
        const pattern = compilePattern(value);
        if (!pattern)
            return never;
        return {
            test: (actual) => typeof actual === "string" && pattern.test(actual),
            matches: (actual) => findPattern(actual, pattern),
        };
    },
    fault: patternFault,
};
//# sourceMappingURL=matches.js.map