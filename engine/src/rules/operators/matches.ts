/**
 * `matches`: the original text has a match of an RE2 pattern; linear in the text, whatever the pattern. A large pattern
 * sees the beginning of a very long text (`text/pattern.ts`).
 */
import { never, type Operator } from "../operator.ts";
import { compilePattern, patternFault } from "../text/pattern.ts";
import { patternSchema } from "../value-schema.ts";

export const matches: Operator = {
  id: "matches",
  label: { zh: "匹配正则", en: "matches pattern" },
  help: {
    zh: "RE2 语法（没有回溯、环视和反向引用），在原文中查找；忽略大小写请以 (?i) 开头。重复次数很多的正则只看超长文本的开头（至少两万字）。",
    en: "RE2 syntax (no look-around, no back-references), searched in the original text; begin with (?i) to ignore case. One with many repetitions sees the beginning of a very long text (20,000 characters at least).",
  },
  factTypes: ["text", "string", "any"],
  value: patternSchema,
  prepare: (value) => {
    const pattern = compilePattern(value);
    if (!pattern) return never;
    return {
      test: (actual) => typeof actual === "string" && pattern.test(actual),
      matches: (actual) => (typeof actual === "string" ? pattern.find(actual) : []),
    };
  },
  fault: patternFault,
};
