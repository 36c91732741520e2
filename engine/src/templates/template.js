import { Output, toValueSync } from "liquidjs";
import { EngineError } from "../errors.js";
import { createContext, liquid, renderParts } from "./liquid.js";
import { toMoment } from "./moment.js";
const messageOf = (error) => (error instanceof Error ? error.message : String(error));
/** Parses into Liquid's own parts; throws `template.invalid`. */
export function parseTemplate(text) {
    try {
        return liquid.parse(text);
    }
    catch (error) {
        throw new EngineError("template.invalid", messageOf(error), { template: text.slice(0, 200) });
    }
}
function guarded(text, render) {
    try {
        return render();
    }
    catch (error) {
        throw new EngineError("template.failed", messageOf(error), { template: text.slice(0, 200) });
    }
}
/** Numbers that JSON cannot hold, and values that are not there, become null. */
function toJson(value) {
    if (value === undefined || (typeof value === "number" && !Number.isFinite(value)))
        return null;
    return value;
}
/** Prepares a template; throws `template.invalid` with the reason and the place. */
export function compileTemplate(text) {
    if (!text.includes("{{") && !text.includes("{%"))
        return { render: () => text, value: () => text };
    const parts = parseTemplate(text);
    const render = (scope, at) => guarded(text, () => renderParts(parts, createContext(scope, toMoment(at))));
    const trimmed = text.trim();
    const lone = trimmed.startsWith("{{") ? parseTemplate(trimmed) : [];
    const only = lone[0];
    if (lone.length !== 1 || !(only instanceof Output))
        return { render, value: render };
    const value = (scope, at) => guarded(text, () => toJson(toValueSync(only.value.value(createContext(scope, toMoment(at)), false))));
    return { render, value };
}
//# sourceMappingURL=template.js.map