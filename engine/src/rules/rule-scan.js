import { isActive } from "./classification-rules.js";
/** A matcher that reads the list top-down; `ends` says whether a matching rule is the last. */
export function scanRules(rules, ends) {
    const test = (evaluation, now) => {
        const matched = [];
        for (const rule of rules) {
            if (!isActive(rule, now) || !rule.node.test(evaluation))
                continue;
            matched.push(rule);
            if (ends(rule))
                break;
        }
        return matched;
    };
    const evaluate = (evaluation, now) => {
        const matched = [];
        const needs = new Set();
        for (const rule of rules) {
            if (!isActive(rule, now))
                continue;
            const result = rule.node.evaluate(evaluation);
            if (typeof result === "object")
                for (const fact of result.needs)
                    needs.add(fact);
            if (result !== true)
                continue;
            matched.push(rule);
            if (ends(rule))
                break;
        }
        return needs.size > 0 ? { needs: [...needs] } : matched;
    };
    return { test, evaluate: rules.some((rule) => rule.node.mayNeed) ? evaluate : test };
}
//# sourceMappingURL=rule-scan.js.map