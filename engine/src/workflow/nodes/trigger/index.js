/** trigger: where a workflow starts, and under which condition. */
import { ConditionRef, strict } from "@sluice/schemas";
import { Type } from "typebox";
import { defineNodeKind } from "../../node-kind.js";
import { outPort } from "../../ports.js";
import { triggerEventIds } from "../../trigger-events.js";
const Config = Type.Object({
    on: Type.Enum([...triggerEventIds], { "x-widget": "trigger-event" }),
    when: Type.Optional(Type.Union([ConditionRef, Type.Null()])),
    /** Lets an event that this same workflow caused start it again. */
    allowSelf: Type.Optional(Type.Boolean({ default: false })),
    /** schedule: a cron expression and its zone. */
    cron: Type.Optional(Type.String()),
    timezone: Type.Optional(Type.String({ "x-widget": "timezone" })),
    /** webhook: the last part of its address. */
    path: Type.Optional(Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,62}$" })),
}, strict);
export const trigger = defineNodeKind({
    definition: {
        kind: "trigger",
        label: { zh: "触发", en: "Trigger" },
        description: {
            zh: "某件事发生时，流程从这里开始",
            en: "The workflow starts here when something happens",
        },
        icon: "thunderbolt",
        family: "trigger",
        hasInput: false,
        ports: [outPort],
        config: Config,
    },
    example: { on: "ticket.created" },
    ports: () => [outPort],
    compile: () => ({ enter: () => ({ go: "out" }) }),
});
//# sourceMappingURL=index.js.map