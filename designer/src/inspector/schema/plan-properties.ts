/** Which properties of an object are drawn, which are folded away, and what choosing another way does. */
import type { FormChoice, FormShownIf, Json } from "@sluice/schemas";
import { inLanguage } from "../../explain/names.ts";
import { isMandatory, isRecord, type PlainSchema, propertiesOf, widgetOf } from "./plain-schema.ts";

export type JsonObject = { readonly [key: string]: Json | undefined };

interface PlannedProperty {
  readonly name: string;
  readonly mandatory: boolean;
  readonly common: boolean;
  readonly shownIf?: FormShownIf;
}

/** One way to fill the object. */
export interface Way {
  readonly key: string;
  readonly label: string;
  readonly properties: readonly string[];
}

export interface ObjectPlan {
  readonly properties: readonly PlannedProperty[];
  readonly ways: readonly Way[];
}

/** Widgets of properties that another one draws, or nobody needs to see. */
const drawnElsewhere = new Set(["action-version", "port-id"]);

/** What an object's schema says about the drawing of its properties. */
export function planOf(schema: PlainSchema, language: string): ObjectPlan {
  const properties = Object.entries(propertiesOf(schema))
    .filter(([, property]) => !drawnElsewhere.has(widgetOf(property) ?? ""))
    .map(([name, property]) => ({
      name,
      mandatory: isMandatory(schema, name),
      common: property["x-common"] === true,
      ...(isRecord(property["x-shown-if"]) ? { shownIf: property["x-shown-if"] as never } : {}),
    }));
  const ways = Array.isArray(schema["x-choices"]) ? (schema["x-choices"] as readonly FormChoice[]) : [];
  return {
    properties,
    ways: ways.map((way) => ({ ...way, label: inLanguage(way.label, language) })),
  };
}

const has = (value: JsonObject, name: string): boolean => value[name] !== undefined;

/** The way in force: the one the value takes, else the one chosen, else the first. */
export function wayOf({ ways }: ObjectPlan, value: JsonObject, chosen?: string): string | undefined {
  const taken = ways.filter(({ key }) => has(value, key)).map(({ key }) => key);
  if (taken.length === 0) return chosen ?? ways[0]?.key;
  return chosen !== undefined && taken.includes(chosen) ? chosen : taken[0];
}

function suits(property: PlannedProperty, plan: ObjectPlan, value: JsonObject, way?: string): boolean {
  if (has(value, property.name)) return true;
  const ways = plan.ways.filter(({ properties }) => properties.includes(property.name));
  if (ways.length > 0 && !ways.some(({ key }) => key === way)) return false;
  if (property.shownIf === undefined) return true;
  const beside = value[property.shownIf.property];
  return property.shownIf.in === undefined
    ? beside !== undefined
    : property.shownIf.in.some((one) => one === beside);
}

export interface DrawnProperties {
  readonly shown: readonly string[];
  /** Optional and rarely needed. */
  readonly folded: readonly string[];
}

/**
 * What is drawn for a value. `unfolded` names those that had a value when the form was opened: they are seen at
 * once, and stay where they are while somebody types.
 */
export function drawnProperties(
  plan: ObjectPlan,
  value: JsonObject,
  way: string | undefined,
  unfolded: ReadonlySet<string>,
): DrawnProperties {
  const order = plan.ways.find(({ key }) => key === way)?.properties ?? [];
  const place = ({ name }: PlannedProperty) => (order.includes(name) ? order.indexOf(name) : order.length);
  const suitable = plan.properties
    .filter((property) => suits(property, plan, value, way))
    .sort((a, b) => place(a) - place(b));
  const isShown = ({ name, mandatory, common }: PlannedProperty) => mandatory || common || unfolded.has(name);
  const names = (properties: readonly PlannedProperty[]) => properties.map(({ name }) => name);
  return {
    shown: names(suitable.filter(isShown)),
    folded: names(suitable.filter((property) => !isShown(property))),
  };
}

/** The value without what only other ways have. */
export function changeWay({ ways }: ObjectPlan, value: JsonObject, way: string): JsonObject {
  const kept = new Set(ways.find(({ key }) => key === way)?.properties);
  const others = new Set(ways.flatMap(({ properties }) => properties).filter((name) => !kept.has(name)));
  return Object.fromEntries(Object.entries(value).filter(([name]) => !others.has(name)));
}
