/** wait: a duration (clock or working time), an instant, or an event with a condition. */
import { type Condition, ConditionRef, Duration, type Json, Key, problem, strict } from "@sluice/schemas";
import { Type } from "typebox";
import { toInstant } from "../../../rules/instant.ts";
import { renderValue } from "../../../templates/render-value.ts";
import { defineNodeKind, type NodeContext, type NodeResult } from "../../node-kind.ts";
import { donePort, timeoutPort } from "../../ports.ts";
import { dueAfter } from "../../working-time.ts";

const Config = Type.Object(
  {
    for: Type.Optional(Duration),
    /** With `for` or `timeout`: counts working time of this calendar instead of wall-clock time. */
    calendar: Type.Optional(Type.String({ ...Key, "x-widget": "document:calendar" })),
    /** A template that gives an ISO instant or epoch milliseconds. */
    until: Type.Optional(Type.String({ minLength: 1, "x-widget": "template" })),
    /** An event's name: `ticket.messageReceived`, `ticket.updated`, or one of the house's own. */
    event: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    when: Type.Optional(Type.Union([ConditionRef, Type.Null()])),
    timeout: Type.Optional(Duration),
    /** The variable that gets the data of an event of the house's own. */
    saveAs: Type.Optional(Type.String({ pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$", "x-widget": "variable" })),
  },
  strict,
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
