/** task: work for a group or a person, with a form, a due time and named outcomes (approval, hand-over). */
import { Duration, type Json, Json as JsonSchema, Key, labelled, problem, strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import { compileTemplate } from "../../../templates/template.ts";
import { savedAs } from "../../config-fields.ts";
import { defineNodeKind, type NodeContext, type NodeResult } from "../../node-kind.ts";
import { timeoutPort } from "../../ports.ts";
import { dueAfter } from "../../working-time.ts";

const Config = Type.Object(
  {
    title: Type.String({
      minLength: 1,
      maxLength: 200,
      ...labelled("标题", "Title", { widget: "template" }),
    }),
    group: Type.Optional(
      Type.String({ ...Key, ...labelled("办理组", "Group", { widget: "group", common: true }) }),
    ),
    assignee: Type.Optional(
      Type.String({ minLength: 1, ...labelled("指定办理人", "Person", { widget: "agent", common: true }) }),
    ),
    outcomes: Type.Array(
      Type.Object(
        {
          id: Type.String({
            pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$",
            ...labelled("编号", "Id", { widget: "port-id" }),
          }),
          name: Type.String({ minLength: 1, maxLength: 100, ...labelled("名称", "Name") }),
        },
        { ...strict, ...labelled("结果", "Outcome") },
      ),
      {
        minItems: 1,
        ...labelled("可选结果", "Outcomes", {
          help: {
            zh: "办理人从中选一个，每个结果是一个出口",
            en: "Whoever does it picks one; each is a way out of the node",
          },
        }),
      },
    ),
    due: Type.Optional(Type.String({ ...Duration, ...labelled("限时", "Due in", { common: true }) })),
    calendar: Type.Optional(
      Type.String({
        ...Key,
        ...labelled("按工作日历", "Working time of", {
          widget: "document:calendar",
          shownIf: { property: "due" },
          common: true,
          help: { zh: "不选则按自然时间", en: "None: wall-clock time" },
        }),
      }),
    ),
    form: Type.Optional(
      Type.Array(JsonSchema, { default: [], ...labelled("表单", "Form", { widget: "task-form" }) }),
    ),
    /** `any` = one answer decides; a number = so many equal answers. */
    needed: Type.Optional(
      Type.Union(
        [
          Type.Literal("any", labelled("任意一人", "Anyone")),
          Type.Literal("all", labelled("全组", "Everybody")),
          Type.Integer({ minimum: 1, maximum: 100, ...labelled("指定人数", "A number") }),
        ],
        {
          default: "any",
          ...labelled("需要几人", "Answers needed", {
            help: {
              zh: "这么多人给出同一结果才算办完",
              en: "So many equal answers complete the task",
            },
          }),
        },
      ),
    ),
    divided: Type.Optional(
      Type.String({
        pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$",
        ...labelled("意见不一时", "When divided", {
          shownIf: { property: "needed" },
          help: {
            zh: "谁都凑不够同一结果时算哪个；不填则是最后一个（通常是否定的）",
            en: "The outcome taken once none can get enough answers; the last one, most often the negative, if left out",
          },
        }),
      }),
    ),
    saveAs: savedAs("结果存入变量", "Save result as", {
      help: { zh: "结果和表单存成一个对象", en: "The outcome and the form, as one object" },
    }),
  },
  strict,
);
type TaskConfig = Static<typeof Config>;

/** How many may answer, as the group is now; `null` where the task is open to anybody. */
function votersOf({ group, assignee }: TaskConfig, context: NodeContext): number | null {
  if (group !== undefined)
    return context.definitions.people.agents.filter((agent) => agent.groups.includes(group)).length;
  return assignee === undefined ? null : 1;
}

/** How many equal answers decide: `all` = everybody in the group, and never more than there are people. */
function neededAnswers({ needed = "any" }: TaskConfig, voters: number | null): number {
  if (needed === "any") return 1;
  const most = Math.max(1, voters ?? 1);
  return needed === "all" ? most : voters === null ? needed : Math.min(needed, most);
}

function openTask(config: TaskConfig, title: string, context: NodeContext): NodeResult {
  const dueAt = config.due === undefined ? null : dueAfter(config.due, config.calendar, context);
  const voters = votersOf(config, context);
  const task = context.addTask({
    title,
    group: config.group ?? null,
    assignee: config.assignee ?? null,
    outcomes: config.outcomes,
    form: (config.form ?? []) as Json,
    needed: neededAnswers(config, voters),
    ...(voters === null ? {} : { voters }),
    divided: config.divided ?? config.outcomes.at(-1)?.id ?? "",
    dueAt,
  });
  return { wait: { type: "task", task: task.id, until: dueAt } };
}

export const task = defineNodeKind<TaskConfig>({
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
  check: ({ outcomes, divided }) =>
    divided === undefined || outcomes.some(({ id }) => id === divided)
      ? []
      : [problem("/divided", "workflow.unknown-port", { port: divided })],
  needsTicket: () => true,
  compile: (config) => {
    const title = compileTemplate(config.title);
    return {
      enter: (context) => openTask(config, title.render(context.scope(), context.rendering), context),
      wake: (context, wakeup) => {
        if (wakeup.type === "due") return { go: "timeout" };
        if (wakeup.type !== "task") return { fail: { code: "task.unexpected", message: wakeup.type } };
        const { answers } = wakeup.task;
        const agreed = answers.findLast((answer) => answer.outcome === wakeup.outcome) ?? answers.at(-1);
        const said = answers.map(({ by, outcome, form }) => ({ by, outcome, form }));
        const saved = { outcome: wakeup.outcome, form: agreed?.form ?? null, answers: said };
        if (config.saveAs) context.setVariables({ [config.saveAs]: saved });
        return { go: wakeup.outcome };
      },
    };
  },
});
