import { becauseOf } from "./because.js";
import { uniteOutcome, } from "./classification-outcome.js";
import { compileRules } from "./classification-rules.js";
import { traceRules } from "./classification-trace.js";
import { createConditionCompiler } from "./conditions.js";
import { Evaluation } from "./evaluation.js";
import { scanRules } from "./rule-scan.js";
const draftRef = { kind: "classification", key: "default", revision: 0 };
/** What a rule gave, as the decision shows it. */
function gaveOf(rule) {
    const { stop, ...gave } = rule.then;
    return { ...gave, ...(stop ? { stop } : {}) };
}
function toMatchedRule(rule, evaluation) {
    return {
        id: rule.id,
        name: rule.name,
        gave: gaveOf(rule),
        because: becauseOf(rule.node.explain(evaluation)),
        ...(rule.campaign === undefined ? {} : { campaign: rule.campaign }),
    };
}
/** Compiles the `spec` of a classification document; throws `condition.invalid` or `document.invalid`. */
export function compileClassification(document, options = {}) {
    const { spec } = document;
    const ref = options.ref ?? draftRef;
    const compiler = createConditionCompiler(options);
    const ends = (rule) => spec.mode === "first" || rule.then.stop === true;
    const rules = compileRules(spec, options.overlays ?? [], compiler);
    const matcher = scanRules(rules, ends);
    const unite = (matched, context) => uniteOutcome(spec, matched, context.explicitPriority);
    return {
        ref,
        reclassify: spec.reclassify ?? "never",
        facts: [...compiler.facts],
        classify(facts, context) {
            const matched = matcher.evaluate(new Evaluation(facts, context), context.now);
            if ("needs" in matched)
                return matched;
            const { outcome, sources } = unite(matched, context);
            return { ...outcome, matched: matched.map((rule) => rule.id), sources };
        },
        decision(facts, context) {
            const evaluation = new Evaluation(facts, context);
            const matched = matcher.test(evaluation, context.now);
            const reasons = matched.map((rule) => toMatchedRule(rule, evaluation));
            return { kind: "classification", ref, matched: reasons, ...unite(matched, context), at: context.now };
        },
        explain(facts, context) {
            const evaluation = new Evaluation(facts, context);
            const matched = matcher.test(evaluation, context.now);
            const traced = { matched: new Set(matched), ender: matched.find(ends) };
            const traces = traceRules(rules, traced, evaluation, context.now);
            return { ref, ...unite(matched, context), rules: traces, at: context.now };
        },
    };
}
//# sourceMappingURL=classification.js.map