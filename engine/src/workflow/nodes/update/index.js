/** update: sets status, stage, priority, category, tags, fields and variables; strings are templates. */
import { Json as JsonSchema, Priority, strict, TicketStatus } from "@sluice/schemas";
import { Type } from "typebox";
import { renderValue } from "../../../templates/render-value.js";
import { hasTemplate } from "../../has-template.js";
import { defineNodeKind } from "../../node-kind.js";
import { outPort } from "../../ports.js";
const tags = Type.Array(Type.String({ minLength: 1, maxLength: 64 }));
const Config = Type.Object({
    status: Type.Optional(TicketStatus),
    stage: Type.Optional(Type.String({ maxLength: 100, "x-widget": "template" })),
    priority: Type.Optional(Priority),
    category: Type.Optional(Type.String({ "x-widget": "category" })),
    addTags: Type.Optional(tags),
    removeTags: Type.Optional(tags),
    fields: Type.Optional(Type.Record(Type.String(), JsonSchema)),
    variables: Type.Optional(Type.Record(Type.String(), JsonSchema)),
}, strict);
export const update = defineNodeKind({
    definition: {
        kind: "update",
        label: { zh: "更新工单", en: "Update" },
        description: {
            zh: "设置状态、环节、优先级、标签、字段或变量",
            en: "Sets status, stage, priority, tags, fields or variables",
        },
        icon: "edit",
        family: "state",
        hasInput: true,
        ports: [outPort],
        config: Config,
    },
    example: { addTags: ["已核实"] },
    ports: () => [outPort],
    compile: (config) => {
        const dynamic = hasTemplate(config);
        return {
            enter: (context) => {
                const rendered = dynamic ? renderValue(config, context.scope(), context.rendering) : config;
                const { variables, ...changes } = rendered;
                if (variables)
                    context.setVariables(variables);
                context.update(changes);
                return { go: "out" };
            },
        };
    },
});
//# sourceMappingURL=index.js.map