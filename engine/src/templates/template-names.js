/** The names that a template uses, for lint: what it reads from outside, not its own loop variables. */
import { problem } from "@sluice/schemas";
import { EngineError } from "../errors.js";
import { liquid } from "./liquid.js";
import { parseTemplate } from "./template.js";
function dotted(segments) {
    const computed = segments.findIndex((step) => typeof step !== "string" && typeof step !== "number");
    return (computed < 0 ? segments : segments.slice(0, computed)).join(".");
}
/** Every use of an outside name, in order; throws `template.invalid`. */
export function templateNames(text) {
    const { globals } = liquid.analyzeSync(parseTemplate(text), { partials: false });
    return Object.values(globals)
        .flat()
        .map(({ segments, location }) => ({ name: dotted(segments), line: location.row, column: location.col }))
        .sort((a, b) => a.line - b.line || a.column - b.column);
}
/** A name is known as itself, as a step on the way to a known one, or as something inside one. */
function isKnown(name, known) {
    return known.some((one) => one === name || one.startsWith(`${name}.`) || name.startsWith(`${one}.`));
}
/** What is wrong with a template: it does not parse, or uses names that nobody gives. `now` is always known. */
export function checkTemplate(text, knownNames, path = "") {
    const known = [...knownNames, "now"];
    try {
        return templateNames(text)
            .filter(({ name }) => !isKnown(name, known))
            .map(({ name, line, column }) => problem(path, "workflow.template", {
            detail: `unknown name ${name} (line ${line}, column ${column})`,
        }));
    }
    catch (error) {
        if (!(error instanceof EngineError))
            throw error;
        return [problem(path, "workflow.template", { detail: error.message })];
    }
}
//# sourceMappingURL=template-names.js.map