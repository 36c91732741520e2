/** Every condition of a document: where its format has a `when`, and where the config of a node has one. */
import {
  type AnyDocument,
  type Condition,
  checkCondition,
  conditionsOf,
  type DocumentKind,
  documentSchemas,
  type Json,
} from "@sluice/schemas";
import { configPlaces } from "../check/config-places.ts";
import { at } from "../check/pointer.ts";
import { nodeKinds } from "../workflow/nodes/index.ts";
import type { ConditionPlace } from "./rule.ts";

/** Conditions in the configs of a workflow's nodes; those that are not well formed are check's to name. */
function ofNodes(document: Extract<AnyDocument, { kind: "workflow" }>): ConditionPlace[] {
  return document.spec.nodes.flatMap((node, index) => {
    const schema = nodeKinds.get(node.type)?.definition.config;
    const places = configPlaces(schema, (node.config ?? {}) as Json, at("/spec/nodes", index, "config"));
    return places
      .filter(({ widget, value }) => widget === "condition" && checkCondition(value).length === 0)
      .map(({ value, path }) => ({ when: value as unknown as Condition, path }));
  });
}

/** The well-formed conditions of a document, in its order. */
export function conditionPlacesOf(document: AnyDocument): readonly ConditionPlace[] {
  if (document.kind === "workflow") return ofNodes(document);
  const schema = documentSchemas[document.kind satisfies DocumentKind];
  return conditionsOf(schema, document).map(({ value, path }) => ({ when: value as Condition, path }));
}

/** The conditions right below one, with their pointers. */
export function childPlaces({ when, path }: ConditionPlace): readonly ConditionPlace[] {
  if ("not" in when) return [{ when: when.not, path: at(path, "not") }];
  const key = "all" in when ? "all" : "any";
  const list = "all" in when ? when.all : "any" in when ? when.any : [];
  return list.map((child, index) => ({ when: child, path: at(path, key, index) }));
}
