/** trigger: where a workflow starts, and under which condition. */
import { type Condition, ConditionRef, labelled, type Problem, problem, strict } from "@sluice/schemas";
import { Type } from "typebox";
import { savedAs } from "../../config-fields.ts";
import { defineNodeKind } from "../../node-kind.ts";
import { outPort } from "../../ports.ts";
import { cronFault, type Misfire } from "../../schedule.ts";
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
    /** schedule: what becomes of dues that went by while nothing ran. */
    misfire: Type.Optional(
      Type.Union([Type.Literal("skip"), Type.Literal("once"), Type.Literal("all")], {
        default: "once",
        ...labelled("错过了怎么办", "When missed", {
          shownIf: { property: "on", in: ["schedule"] },
          options: {
            skip: { zh: "不补", en: "Leave them" },
            once: { zh: "补一次", en: "Make up once" },
            all: { zh: "逐次补（最多 100 次）", en: "Make up each (100 at most)" },
          },
          help: { zh: "停机时错过的时刻", en: "Instants that went by while the server was down" },
        }),
      }),
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
    saveAs: savedAs("数据存入变量", "Save data as", {
      shownIf: { property: "on", in: ["webhook", "schedule"] },
      help: { zh: "回调的 JSON，或这次的时刻", en: "The webhook's JSON, or the instant that was due" },
    }),
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
  readonly misfire?: Misfire;
  readonly saveAs?: string;
}

/** Triggers that are about no ticket. */
const ticketless: ReadonlySet<TriggerEvent> = new Set(["schedule", "webhook"]);

/** True when a run that starts here has no ticket. */
export const isTicketless = ({ on }: Pick<TriggerConfig, "on">): boolean => ticketless.has(on);

function check({ on, cron, timezone, path }: TriggerConfig): Problem[] {
  if (on === "webhook") return path === undefined ? [problem("/path", "workflow.webhook-path")] : [];
  if (on !== "schedule") return [];
  if (cron === undefined) return [problem("/cron", "workflow.schedule-cron")];
  const fault = cronFault(cron, timezone);
  return fault === null ? [] : [problem("/cron", "workflow.schedule-invalid", { cron, detail: fault })];
}

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
  check,
  compile: () => ({ enter: () => ({ go: "out" }) }),
});
