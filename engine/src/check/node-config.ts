/** One node of a workflow: its kind, its config by the kind's schema, and everything the config names. */
import {
  type Condition,
  type Json,
  type Problem,
  parseValue,
  problem,
  type WorkflowNode,
} from "@sluice/schemas";
import { isTimeZone } from "../sla/calendar/zone.ts";
import { checkDuration } from "../sla/duration.ts";
import type { AnyNodeKind } from "../workflow/node-kind.ts";
import { nodeKinds } from "../workflow/nodes/index.ts";
import type { CheckContext } from "./check-context.ts";
import { type ConfigPlace, configPlaces } from "./config-places.ts";
import { checkConfigTemplates, isTemplate, templateNamesOf } from "./config-templates.ts";
import { at, below } from "./pointer.ts";
import { checkReference, type ReferenceKind } from "./references.ts";

/** What each widget's text refers to. */
const referred: Readonly<Record<string, ReferenceKind>> = {
  "document:classification": "classification",
  "document:sla": "sla",
  "document:routing": "routing",
  "document:calendar": "calendar",
  "document:workflow": "workflow",
  group: "group",
  agent: "agent",
  category: "category",
};

function checkPlace({ widget, value, path }: ConfigPlace, context: CheckContext): Problem[] {
  if (typeof value !== "string") return [];
  if (widget === "duration") return [...checkDuration(value, path)];
  if (widget === "timezone")
    return isTimeZone(value) ? [] : [problem(path, "calendar.timezone", { zone: value })];
  const kind = Object.hasOwn(referred, widget) ? referred[widget] : undefined;
  return kind === undefined || isTemplate(value) ? [] : checkReference(kind, value, path, context);
}

/** An action is known by id and version together. */
function checkAction(config: Json, places: readonly ConfigPlace[], context: CheckContext): Problem[] {
  const version = (config as { readonly version?: Json }).version;
  return places
    .filter(({ widget }) => widget === "action")
    .filter(
      ({ value }) => !context.options.actions.some((one) => one.id === value && one.version === version),
    )
    .map(({ value, path }) =>
      problem(path, "workflow.unknown-action", { action: `${String(value)}@${String(version)}` }),
    );
}

const checkWhens = (places: readonly ConfigPlace[], context: CheckContext): Problem[] =>
  places
    .filter(({ widget }) => widget === "condition")
    .flatMap(({ value, path }) => context.conditions(value as unknown as Condition, path, "workflow"));

/** The ids that a config makes into ports: each once, none of them a fixed port's. */
function checkPortIds({ definition }: AnyNodeKind, config: Json): Problem[] {
  const { dynamicPorts, ports } = definition;
  if (dynamicPorts === undefined) return [];
  const items = (config as Readonly<Record<string, Json | undefined>>)[dynamicPorts];
  if (!Array.isArray(items)) return [];
  const taken = new Set(ports.map(({ id }) => id));
  const ids = items.map((item: Json) => String((item as { readonly id?: Json } | null)?.id));
  return ids.flatMap((id, index) => {
    if (taken.has(id)) return [problem(at("", dynamicPorts, index, "id"), "schema.duplicate", { name: id })];
    taken.add(id);
    return [];
  });
}

/** A node whose kind and config are right as far as its schema can say, or its problems. */
export type CheckedNode =
  | { readonly kind: AnyNodeKind; readonly config: Json; readonly problems: readonly Problem[] }
  | { readonly kind: null; readonly problems: readonly Problem[] };

/** Checks one node; paths begin at `path`, the node's own. */
export function checkNode(node: WorkflowNode, path: string, context: CheckContext): CheckedNode {
  const kind = nodeKinds.get(node.type);
  if (!kind)
    return { kind: null, problems: [problem(`${path}/type`, "workflow.unknown-kind", { kind: node.type })] };
  const config = (node.config ?? {}) as Json;
  const parsed = parseValue(kind.definition.config, config);
  if (!parsed.ok) return { kind: null, problems: below(`${path}/config`, parsed.problems) };
  const places = configPlaces(kind.definition.config, config);
  const problems = [
    ...(kind.check?.(config as never) ?? []),
    ...checkPortIds(kind, config),
    ...checkWhens(places, context),
    ...places.flatMap((place) => checkPlace(place, context)),
    ...checkAction(config, places, context),
    ...checkConfigTemplates(node.type, config, places, templateNamesOf(context.facts)),
  ];
  return { kind, config, problems: below(`${path}/config`, problems) };
}
