/** wait: a duration (clock or working time), an instant, or an event with a condition. */
import {
  type Condition,
  ConditionRef,
  choices,
  Duration,
  type Json,
  Key,
  labelled,
  problem,
  strict,
} from "@sluice/schemas";
import { Type } from "typebox";
import { toInstant } from "../../../rules/instant.ts";
import { renderValue } from "../../../templates/render-value.ts";
import { savedAs } from "../../config-fields.ts";
import { defineNodeKind, type NodeContext, type NodeResult } from "../../node-kind.ts";
import { donePort, timeoutPort } from "../../ports.ts";
import { dueAfter } from "../../working-time.ts";

const Config = Type.Object(
  {
    for: Type.Optional(Type.String({ ...Duration, ...labelled("等多久", "For", { common: true }) })),
    /** With `for` or `timeout`: counts working time of this calendar instead of wall-clock time. */
    calendar: Type.Optional(
      Type.String({
        ...Key,
        ...labelled("按工作日历", "Working time of", {
          widget: "document:calendar",
          common: true,
          help: { zh: "不选则按自然时间", en: "None: wall-clock time" },
        }),
      }),
    ),
    /** A template that gives an ISO instant or epoch milliseconds. */
    until: Type.Optional(
      Type.String({
        minLength: 1,
        ...labelled("等到", "Until", {
          widget: "template",
          common: true,
          placeholder: "{{ ticket.fields.platformDue }}",
          help: {
            zh: "一个时刻：带时区的日期时间，或给出它的模板",
            en: "An instant: a date-time with its offset, or a template that gives one",
          },
        }),
      }),
    ),
    /** An event's name: `ticket.messageReceived`, `ticket.updated`, or one of the house's own. */
    event: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        ...labelled("等什么事", "Event", {
          widget: "event",
          common: true,
          help: {
            zh: "只算开始等之后发生的；也可以是自定义事件名",
            en: "Only what happens after the wait began; may be a name of your own",
          },
        }),
      }),
    ),
    when: Type.Optional(
      Type.Union(
        [ConditionRef, Type.Null()],
        labelled("并且满足", "And only if", {
          common: true,
          help: { zh: "不填则这件事一发生就继续", en: "None: goes on as soon as it happens" },
        }),
      ),
    ),
    timeout: Type.Optional(
      Type.String({
        ...Duration,
        ...labelled("最多等", "At most", {
          common: true,
          help: { zh: "到时走“超时”出口", en: "Then leaves by “Timed out”" },
        }),
      }),
    ),
    /** The variable that gets the data of an event of the house's own. */
    saveAs: savedAs("结果存入变量", "Save result as", {
      help: { zh: "自定义事件带来的数据", en: "The data that an event of your own brings" },
    }),
  },
  {
    ...strict,
    ...choices(
      { key: "for", label: { zh: "一段时间", en: "A time" }, properties: ["for", "calendar"] },
      { key: "until", label: { zh: "某一刻", en: "An instant" }, properties: ["until"] },
      {
        key: "event",
        label: { zh: "一件事", en: "An event" },
        properties: ["event", "when", "timeout", "calendar", "saveAs"],
      },
    ),
  },
);
export interface WaitConfig {
  readonly for?: string;
  readonly calendar?: string;
  readonly until?: string;
  readonly event?: string;
  readonly when?: Condition | null;
  readonly timeout?: string;
  readonly saveAs?: string;
}

/** The last millisecond that a date can say (ECMA-262, time values). */
const lastInstant = 8.64e15;

/** An instant says its offset: a text without one would mean another moment on every server. */
function instantOf(value: Json): number | null {
  const text = typeof value === "string" ? value.trim().replace(/([+-]\d{2})(\d{2})$/, "$1:$2") : value;
  const at = toInstant(text);
  return at === undefined || Math.abs(at) > lastInstant ? null : Math.round(at);
}

function begin(config: WaitConfig, context: NodeContext): NodeResult {
  if (config.for !== undefined)
    return { wait: { type: "until", at: dueAfter(config.for, config.calendar, context), port: "done" } };
  if (config.until !== undefined) {
    const at = instantOf(renderValue(config.until, context.scope(), context.rendering));
    if (at === null)
      return {
        fail: {
          code: "wait.instant",
          message: `"${config.until}" gave no instant; give an ISO date-time with its offset`,
        },
      };
    return at <= context.now ? { go: "done" } : { wait: { type: "until", at, port: "done" } };
  }
  const until = config.timeout === undefined ? null : dueAfter(config.timeout, config.calendar, context);
  const when = (config.when ?? null) as Json;
  return { wait: { type: "event", on: config.event ?? "", when, since: context.now, until } };
}

export const wait = defineNodeKind<WaitConfig>({
  definition: {
    kind: "wait",
    label: { zh: "等待", en: "Wait" },
    description: {
      zh: "等一段时间、等到某一刻，或等某件事发生",
      en: "Waits for a time, an instant or an event",
    },
    icon: "hourglass",
    family: "control",
    hasInput: true,
    ports: [donePort, timeoutPort],
    config: Config,
  },
  example: { for: "PT2H" },
  ports: () => [donePort, timeoutPort],
  check: (config) =>
    [config.for, config.until, config.event].filter((item) => item !== undefined).length === 1
      ? []
      : [problem("", "workflow.wait-one")],
  compile: (config, { definitions }) => {
    const holds = config.when ? definitions.conditions(config.when) : () => true;
    return {
      enter: (context) => begin(config, context),
      wake: (context, wakeup) => {
        if (wakeup.type === "due") return { go: config.event === undefined ? "done" : "timeout" };
        const { wait: waiting } = context.token;
        const met = wakeup.type === "event" && holds(context.facts(), context.now);
        if (!met && waiting !== null) return { wait: waiting };
        const { event } = context;
        if (config.saveAs && event.type === "custom") context.setVariables({ [config.saveAs]: event.data });
        return { go: "done" };
      },
    };
  },
});
