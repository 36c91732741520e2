import { compileTemplate } from "./template.js";
/** Parses every text of a value; keys are left as they are. Throws `template.invalid`. */
export function compileValue(value) {
    if (typeof value === "string")
        return { render: compileTemplate(value).value };
    if (Array.isArray(value)) {
        const items = value.map(compileValue);
        return { render: (scope, at) => items.map((item) => item.render(scope, at)) };
    }
    if (typeof value !== "object" || value === null)
        return { render: () => value };
    const entries = Object.entries(value).map(([key, item]) => [key, compileValue(item)]);
    return {
        render: (scope, at) => Object.fromEntries(entries.map(([key, item]) => [key, item.render(scope, at)])),
    };
}
/** Renders every text of a value once; a lone `{{ x }}` keeps its type. */
export const renderValue = (value, scope, at) => compileValue(value).render(scope, at);
//# sourceMappingURL=render-value.js.map