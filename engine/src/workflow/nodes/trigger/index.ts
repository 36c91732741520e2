/** trigger: where a workflow starts, and under which condition. */
import { type Condition, ConditionRef, problem, strict } from "@sluice/schemas";
import { Type } from "typebox";
import { defineNodeKind } from "../../node-kind.ts";
import { outPort } from "../../ports.ts";
import { type TriggerEvent, triggerEventIds } from "../../trigger-events.ts";

const Config = Type.Object(
  {
    on: Type.Enum([...triggerEventIds], { "x-widget": "trigger-event" }),
    when: Type.Optional(Type.Union([ConditionRef, Type.Null()])),
    /** Lets an event that this same workflow caused start it again. */
    allowSelf: Type.Optional(Type.Boolean({ default: false })),
    /** schedule: a cron expression and its zone. */
    cron: Type.Optional(Type.String()),
    timezone: Type.Optional(Type.String({ "x-widget": "timezone" })),
    /** webhook: the last part of its address. */
    path: Type.Optional(Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,62}$" })),
  },
  strict,
);
export interface TriggerConfig {
  readonly on: TriggerEvent;
  readonly when?: Condition | null;
  readonly allowSelf?: boolean;
  readonly cron?: string;
  readonly timezone?: string;
  readonly path?: string;
}

/** Known to the format, but nothing in the runtime fires them yet: publishing such a workflow would be a silent loss. */
const notYet: ReadonlySet<TriggerEvent> = new Set(["schedule", "webhook"]);

export const trigger = defineNodeKind<TriggerConfig>({
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
  check: ({ on }) => (notYet.has(on) ? [problem("/on", "workflow.trigger-not-yet", { on })] : []),
  compile: () => ({ enter: () => ({ go: "out" }) }),
});
