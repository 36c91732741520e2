/** update: sets status, stage, priority, category, tags, fields and variables; strings are templates. */
import { type Json, Json as JsonSchema, labelled, priorities, strict, ticketStatuses } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import type { TicketChanges } from "../../../state/events.ts";
import { renderValue } from "../../../templates/render-value.ts";
import { hasTemplate } from "../../has-template.ts";
import { defineNodeKind } from "../../node-kind.ts";
import { outPort } from "../../ports.ts";

const maxStage = 100;
const maxTag = 64;
const tags = (zh: string, en: string) =>
  Type.Array(
    Type.String({ minLength: 1, maxLength: maxTag }),
    labelled(zh, en, { widget: "tags", common: true }),
  );
const Config = Type.Object(
  {
    status: Type.Optional(
      Type.Enum(ticketStatuses, labelled("状态", "Status", { widget: "status", common: true })),
    ),
    stage: Type.Optional(
      Type.String({
        maxLength: maxStage,
        ...labelled("环节", "Stage", {
          widget: "template",
          common: true,
          placeholder: "待仓库收货",
          help: { zh: "工单走到哪一步，随意命名", en: "Where the ticket stands, in words of your own" },
        }),
      }),
    ),
    priority: Type.Optional(
      Type.Enum(priorities, labelled("优先级", "Priority", { widget: "priority", common: true })),
    ),
    category: Type.Optional(Type.String(labelled("类目", "Category", { widget: "category", common: true }))),
    addTags: Type.Optional(tags("加标签", "Add tags")),
    removeTags: Type.Optional(tags("去标签", "Remove tags")),
    fields: Type.Optional(
      Type.Record(
        Type.String(),
        JsonSchema,
        labelled("工单字段", "Ticket fields", { widget: "ticket-fields" }),
      ),
    ),
    variables: Type.Optional(
      Type.Record(
        Type.String(),
        JsonSchema,
        labelled("流程变量", "Variables", {
          widget: "variables",
          help: {
            zh: "只在这次流程里有效，用 {{ vars.名称 }} 读取",
            en: "Of this run alone, read as {{ vars.name }}",
          },
        }),
      ),
    ),
  },
  strict,
);

type Rendered = TicketChanges & { readonly variables?: Readonly<Record<string, Json>> };

/** Words: a lone `{{ x }}` keeps its type, which may be a number, a list or nothing. */
const toText = (value: Json, longest: number): string =>
  (typeof value === "string" ? value : value === null ? "" : JSON.stringify(value)).slice(0, longest);

/** A lone `{{ list }}` gives all its tags; an empty text is none. */
const toTags = (rendered: readonly Json[]): readonly string[] =>
  rendered.flat().flatMap((tag) => toText(tag as Json, maxTag) || []);

/** What templates gave, in the types that a ticket has. */
function toChanges(changes: TicketChanges): TicketChanges {
  const { stage, category, addTags, removeTags, ...rest } = changes;
  return {
    ...rest,
    ...(stage === undefined ? {} : { stage: stage === null ? null : toText(stage, maxStage) }),
    ...(category === undefined ? {} : { category: category === null ? null : toText(category, maxStage) }),
    ...(addTags ? { addTags: toTags(addTags) } : {}),
    ...(removeTags ? { removeTags: toTags(removeTags) } : {}),
  };
}

export const update = defineNodeKind<Static<typeof Config>>({
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
  needsTicket: ({ variables: _, ...changes }) => Object.keys(changes).length > 0,
  compile: (config) => {
    const dynamic = hasTemplate(config as Json);
    return {
      enter: (context) => {
        const rendered = dynamic ? renderValue(config as Json, context.scope(), context.rendering) : config;
        const { variables, ...changes } = rendered as unknown as Rendered;
        if (variables) context.setVariables(variables);
        context.update(dynamic ? toChanges(changes) : changes);
        return { go: "out" };
      },
    };
  },
});
