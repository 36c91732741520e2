import { ConditionCompiler } from "./condition-compiler.js";
import { Evaluation } from "./evaluation.js";
import { builtInOperators } from "./operator-list.js";
/** Compiles a condition; throws `condition.invalid` for one that `checkConditions` would refuse to run. */
export function compileConditions(when, options = {}) {
    const compiler = createConditionCompiler(options);
    const node = compiler.compile(when);
    return {
        test: (facts, context) => node.test(new Evaluation(facts, context)),
        evaluate: (facts, context) => node.evaluate(new Evaluation(facts, context)),
        explain: (facts, context) => node.explain(new Evaluation(facts, context)),
        facts: [...compiler.facts],
    };
}
/** A compiler with the defaults filled in, for whoever compiles many conditions together. */
export function createConditionCompiler(options) {
    return new ConditionCompiler({
        segments: options.segments ?? {},
        operators: options.operators ?? builtInOperators,
        calendars: options.calendars ?? {},
        fetched: options.fetched ?? (() => false),
    });
}
//# sourceMappingURL=conditions.js.map