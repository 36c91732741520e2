/** trigger: where a workflow starts, and under which condition. */
import { type Condition, ConditionRef, labelled, problem, strict } from "@sluice/schemas";
import { Type } from "typebox";
import { defineNodeKind } from "../../node-kind.ts";
import { outPort } from "../../ports.ts";
import { type TriggerEvent, triggerEventIds, triggerEvents } from "../../trigger-events.ts";

const Config = Type.Object(
  {
    on: Type.Enum(
      [...triggerEventIds],
      labelled("何时开始", "Starts on", { widget: "trigger-event", options: triggerEvents }),
    ),
    when: Type.Optional(
      Type.Union(
        [ConditionRef, Type.Null()],
        labelled("条件", "Condition", {
          common: true,
          help: { zh: "不填则每次都开始", en: "None: starts each time" },
        }),
      ),
    ),
    /** Lets an event that this same workflow caused start it again. */
    allowSelf: Type.Optional(
      Type.Boolean({
        default: false,
        ...labelled("允许自己引发", "May start itself", {
          help: {
            zh: "本流程自己造成的变化也能再次触发它",
            en: "What this workflow changed may start it again",
          },
        }),
      }),
    ),
    /** schedule: a cron expression and its zone. */
    cron: Type.Optional(
      Type.String(
        labelled("时间表", "Schedule", {
          widget: "cron",
          placeholder: "0 9 * * 1-5",
          common: true,
          shownIf: { property: "on", in: ["schedule"] },
          help: { zh: "cron：分 时 日 月 周", en: "cron: minute hour day month weekday" },
        }),
      ),
    ),
    timezone: Type.Optional(
      Type.String(
        labelled("时区", "Time zone", {
          widget: "timezone",
          common: true,
          shownIf: { property: "on", in: ["schedule"] },
        }),
      ),
    ),
    /** webhook: the last part of its address. */
    path: Type.Optional(
      Type.String({
        pattern: "^[a-z0-9][a-z0-9-]{0,62}$",
        ...labelled("回调地址末段", "Last part of the address", {
          common: true,
          placeholder: "order-shipped",
          shownIf: { property: "on", in: ["webhook"] },
        }),
      }),
    ),
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
