/** The kinds that bring words of their own to their cards; every other kind is described by the catalog. */
import type { Json, NodeKindDefinition, WorkflowNode } from "@sluice/schemas";
import type { TFunction } from "i18next";
import { inLanguage } from "../explain/names.ts";
import { action } from "./action/words.ts";
import { branch } from "./branch/words.ts";
import { classify } from "./classify/words.ts";
import { end } from "./end/words.ts";
import { foreach } from "./foreach/words.ts";
import { join } from "./join/words.ts";
import { parallel } from "./parallel/words.ts";
import { reply } from "./reply/words.ts";
import { route } from "./route/words.ts";
import { script } from "./script/words.ts";
import { sla } from "./sla/words.ts";
import { subflow } from "./subflow/words.ts";
import { survey } from "./survey/words.ts";
import { task } from "./task/words.ts";
import { trigger } from "./trigger/words.ts";
import { update } from "./update/words.ts";
import { wait } from "./wait/words.ts";
import type { NodeConfig, NodePart, WordsContext } from "./words.ts";

/** Kind id → its part; a test compares the list with the folders. */
export const nodeParts: ReadonlyMap<string, NodePart> = new Map(
  Object.entries({
    ...{ trigger, classify, sla, route, branch, update, action, reply, task, wait },
    ...{ parallel, join, foreach, subflow, script, survey, end },
  }),
);

/** What the node does, in one line. */
export function nodeWords(node: Pick<WorkflowNode, "type" | "config">, context: WordsContext): string {
  const part = nodeParts.get(node.type);
  if (part) return part.words(node.config ?? {}, context);
  const definition = context.catalog.nodeKinds.find(({ kind }) => kind === node.type);
  return definition ? inLanguage(definition.description, context.language) : node.type;
}

interface SchemaShape {
  readonly properties?: Readonly<Record<string, { readonly default?: Json }>>;
  readonly required?: readonly string[];
}

/** The required fields that have a default. */
function defaultsOf({ config }: NodeKindDefinition): NodeConfig {
  const { properties = {}, required = [] } = config as SchemaShape;
  return Object.fromEntries(
    required.flatMap((name) => {
      const value = properties[name]?.default;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The config of a fresh node of a kind. */
export const startConfig = (definition: NodeKindDefinition, t: TFunction): NodeConfig =>
  nodeParts.get(definition.kind)?.start?.(t) ?? defaultsOf(definition);
