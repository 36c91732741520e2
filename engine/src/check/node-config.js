/** One node of a workflow: its kind, its config by the kind's schema, and everything the config names. */
import { conditionsOf, parseValue, problem, } from "@sluice/schemas";
import { isTimeZone } from "../sla/calendar/zone.js";
import { checkDuration } from "../sla/duration.js";
import { nodeKinds } from "../workflow/nodes/index.js";
import { configPlaces } from "./config-places.js";
import { checkConfigTemplates, isTemplate, templateNamesOf } from "./config-templates.js";
import { at, below } from "./pointer.js";
import { checkReference } from "./references.js";
/** What each widget's text refers to. */
const referred = {
    "document:classification": "classification",
    "document:sla": "sla",
    "document:routing": "routing",
    "document:calendar": "calendar",
    "document:workflow": "workflow",
    group: "group",
    agent: "agent",
    category: "category",
};
function checkPlace({ widget, value, path }, context) {
    if (typeof value !== "string")
        return [];
    if (widget === "duration")
        return [...checkDuration(value, path)];
    if (widget === "timezone")
        return isTimeZone(value) ? [] : [problem(path, "calendar.timezone", { zone: value })];
    const kind = Object.hasOwn(referred, widget) ? referred[widget] : undefined;
    return kind === undefined || isTemplate(value) ? [] : checkReference(kind, value, path, context);
}
/** An action is known by id and version together. */
function checkAction(config, places, context) {
    const version = config.version;
    return places
        .filter(({ widget }) => widget === "action")
        .filter(({ value }) => !context.options.actions.some((one) => one.id === value && one.version === version))
        .map(({ value, path }) => problem(path, "workflow.unknown-action", { action: `${String(value)}@${String(version)}` }));
}
const checkWhens = (kind, config, context) => conditionsOf(kind.definition.config, config).flatMap(({ value, path }) => value === null ? [] : context.conditions(value, path, "workflow"));
/** The ids that a config makes into ports: each once, none of them a fixed port's. */
function checkPortIds({ definition }, config) {
    const { dynamicPorts, ports } = definition;
    if (dynamicPorts === undefined)
        return [];
    const items = config[dynamicPorts];
    if (!Array.isArray(items))
        return [];
    const taken = new Set(ports.map(({ id }) => id));
    const ids = items.map((item) => String(item?.id));
    return ids.flatMap((id, index) => {
        if (taken.has(id))
            return [problem(at("", dynamicPorts, index, "id"), "schema.duplicate", { name: id })];
        taken.add(id);
        return [];
    });
}
/** Checks one node; paths begin at `path`, the node's own. */
export function checkNode(node, path, context) {
    const kind = nodeKinds.get(node.type);
    if (!kind)
        return { kind: null, problems: [problem(`${path}/type`, "workflow.unknown-kind", { kind: node.type })] };
    const config = (node.config ?? {});
    const parsed = parseValue(kind.definition.config, config);
    if (!parsed.ok)
        return { kind: null, problems: below(`${path}/config`, parsed.problems) };
    const places = configPlaces(kind.definition.config, config);
    const problems = [
        ...(kind.check?.(config) ?? []),
        ...checkPortIds(kind, config),
        ...checkWhens(kind, config, context),
        ...places.flatMap((place) => checkPlace(place, context)),
        ...checkAction(config, places, context),
        ...checkConfigTemplates(node.type, config, places, templateNamesOf(context.facts)),
    ];
    return { kind, config, problems: below(`${path}/config`, problems) };
}
//# sourceMappingURL=node-config.js.map