import { checkDuplicates } from "./duplicates.js";
import { at } from "./pointer.js";
import { checkReference } from "./references.js";
import { checkWindow } from "./window.js";
function checkRule(rule, path, context) {
    const window = { from: rule.activeFrom, until: rule.activeUntil };
    return [
        ...context.conditions(rule.when, at(path, "when"), "classification"),
        ...checkWindow(window, path, ["activeFrom", "activeUntil"]),
        ...checkReference("category", rule.then.category, at(path, "then", "category"), context),
    ];
}
/** Rules of a ruleset, or those that a campaign puts before it. */
export const checkRules = (rules, path, context) => [
    ...checkDuplicates(rules, path),
    ...rules.flatMap((rule, index) => checkRule(rule, at(path, index), context)),
];
/** Everything that keeps a ruleset from being published. */
export const checkClassification = ({ spec }, context) => [
    ...checkRules(spec.rules, "/spec/rules", context),
    ...checkReference("category", spec.otherwise?.category, "/spec/otherwise/category", context),
];
//# sourceMappingURL=classification.js.map