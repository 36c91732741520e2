/** update: sets status, stage, priority, category, tags, fields and variables; strings are templates. */
import { type Json, Json as JsonSchema, Priority, strict, TicketStatus } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import type { TicketChanges } from "../../../state/events.ts";
import { renderValue } from "../../../templates/render-value.ts";
import { hasTemplate } from "../../has-template.ts";
import { defineNodeKind } from "../../node-kind.ts";
import { outPort } from "../../ports.ts";

const maxStage = 100;
const maxTag = 64;
const tags = Type.Array(Type.String({ minLength: 1, maxLength: maxTag }));
const Config = Type.Object(
  {
    status: Type.Optional(TicketStatus),
    stage: Type.Optional(Type.String({ maxLength: maxStage, "x-widget": "template" })),
    priority: Type.Optional(Priority),
    category: Type.Optional(Type.String({ "x-widget": "category" })),
    addTags: Type.Optional(tags),
    removeTags: Type.Optional(tags),
    fields: Type.Optional(Type.Record(Type.String(), JsonSchema)),
    variables: Type.Optional(Type.Record(Type.String(), JsonSchema)),
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
