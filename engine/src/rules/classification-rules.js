import { EngineError } from "../errors.js";
import { toInstant } from "./instant.js";
const alwaysFrom = Number.NEGATIVE_INFINITY;
const alwaysUntil = Number.POSITIVE_INFINITY;
function boundOf(rule, bound, fallback) {
    const text = rule[bound];
    if (text === undefined || text === null)
        return fallback;
    const at = toInstant(text);
    if (at === undefined)
        throw new EngineError("document.invalid", `${bound} of rule ${rule.id} is not an instant`, {
            [bound]: text,
        });
    return at;
}
function compileRule(rule, compiler, layer) {
    return {
        id: rule.id,
        name: rule.name ?? "",
        enabled: rule.enabled ?? true,
        from: Math.max(boundOf(rule, "activeFrom", alwaysFrom), layer?.from ?? alwaysFrom),
        until: Math.min(boundOf(rule, "activeUntil", alwaysUntil), layer?.until ?? alwaysUntil),
        node: compiler.compile(rule.when),
        // biome-ignore lint/suspicious/noThenProperty: the document format names the outcome `then`
        then: rule.then,
        ...(layer ? { campaign: layer.campaign } : {}),
    };
}
/** Layers first, in their order, then the document's rules. */
export function compileRules(spec, layers, compiler) {
    const prepended = layers.flatMap((layer) => layer.prepend.map((rule) => compileRule(rule, compiler, layer)));
    return [...prepended, ...spec.rules.map((rule) => compileRule(rule, compiler))];
}
/** Whether a rule takes part at an instant. */
export const isActive = (rule, now) => rule.enabled && rule.from <= now && now < rule.until;
//# sourceMappingURL=classification-rules.js.map