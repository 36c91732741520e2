/** task: work for a group or a person, with a form, a due time and named outcomes (approval, hand-over). */
import { Duration, Json as JsonSchema, Key, strict } from "@sluice/schemas";
import { Type } from "typebox";
import { compileTemplate } from "../../../templates/template.js";
import { defineNodeKind } from "../../node-kind.js";
import { timeoutPort } from "../../ports.js";
import { dueAfter } from "../../working-time.js";
const Config = Type.Object({
    title: Type.String({ minLength: 1, maxLength: 200, "x-widget": "template" }),
    group: Type.Optional(Type.String({ ...Key, "x-widget": "group" })),
    assignee: Type.Optional(Type.String({ minLength: 1, "x-widget": "agent" })),
    outcomes: Type.Array(Type.Object({
        id: Type.String({ pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$" }),
        name: Type.String({ minLength: 1, maxLength: 100 }),
    }, strict), { minItems: 1 }),
    due: Type.Optional(Duration),
    calendar: Type.Optional(Type.String({ ...Key, "x-widget": "document:calendar" })),
    form: Type.Optional(Type.Array(JsonSchema, { default: [] })),
    /** `any` = one answer decides; a number = so many equal answers. */
    needed: Type.Optional(Type.Union([Type.Literal("any"), Type.Literal("all"), Type.Integer({ minimum: 1, maximum: 100 })], {
        default: "any",
    })),
    saveAs: Type.Optional(Type.String({ pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$", "x-widget": "variable" })),
}, strict);
/** How many equal answers decide: `all` = everybody in the group as it is now. */
function neededAnswers(config, context) {
    if (typeof config.needed === "number")
        return config.needed;
    if (config.needed !== "all" || config.group === undefined)
        return 1;
    const group = config.group;
    const members = context.definitions.people.agents.filter((agent) => agent.groups.includes(group));
    return Math.max(1, members.length);
}
function openTask(config, title, context) {
    const dueAt = config.due === undefined ? null : dueAfter(config.due, config.calendar, context);
    const task = context.addTask({
        title,
        group: config.group ?? null,
        assignee: config.assignee ?? null,
        outcomes: config.outcomes,
        form: (config.form ?? []),
        needed: neededAnswers(config, context),
        dueAt,
    });
    return { wait: { type: "task", task: task.id, until: dueAt } };
}
export const task = defineNodeKind({
    definition: {
        kind: "task",
        label: { zh: "待办", en: "Task" },
        description: {
            zh: "交给某个组或某人办理：审批、质检、打款、交接",
            en: "Work for a group or a person: approval, inspection, payment, hand-over",
        },
        icon: "solution",
        family: "people",
        hasInput: true,
        ports: [timeoutPort],
        dynamicPorts: "outcomes",
        config: Config,
    },
    example: {
        title: "审批退款",
        outcomes: [
            { id: "approved", name: "同意" },
            { id: "rejected", name: "驳回" },
        ],
    },
    ports: (config) => [
        ...config.outcomes.map(({ id, name }) => ({ id, label: { zh: name, en: name } })),
        timeoutPort,
    ],
    compile: (config) => {
        const title = compileTemplate(config.title);
        return {
            enter: (context) => openTask(config, title.render(context.scope(), context.rendering), context),
            wake: (context, wakeup) => {
                if (wakeup.type === "due")
                    return { go: "timeout" };
                if (wakeup.type !== "task")
                    return { fail: { code: "task.unexpected", message: wakeup.type } };
                const form = wakeup.task.answers.at(-1)?.form ?? null;
                if (config.saveAs)
                    context.setVariables({ [config.saveAs]: { outcome: wakeup.outcome, form } });
                return { go: wakeup.outcome };
            },
        };
    },
});
//# sourceMappingURL=index.js.map