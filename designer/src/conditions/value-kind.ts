/**
 * Which input a comparison's value gets, from the operator's value schema, its decorators and the fact; what
 * such a value looks like; what it begins with; and what becomes of a value when the comparison changes.
 */
import type { FactDefinition, FactReference, Json } from "@sluice/schemas";
import type { NamedOperator } from "./operator-choice.ts";

export type ValueKind =
  | "keywords"
  | "text"
  | "texts"
  | "pattern"
  | "number"
  | "numbers"
  | "numberRange"
  | "instant"
  | "instantRange"
  | "duration"
  | "calendar"
  | "boolean"
  | "choice"
  | "choices"
  | "json";

type Schema = Readonly<Record<string, unknown>>;

/** A value that stands for another fact. */
export const isReference = (value: unknown): value is FactReference =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  typeof (value as { fact?: unknown }).fact === "string";

const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null;

/** Facts whose values are people or groups: chosen from lists that the catalog does not carry. */
export const peopleFacts: Readonly<Record<string, "agents" | "groups">> = {
  "agent.id": "agents",
  "agent.groups": "groups",
};

const hasChoices = (fact: FactDefinition | undefined): boolean =>
  fact !== undefined && ((fact.options?.length ?? 0) > 0 || peopleFacts[fact.id] !== undefined);

function oneOf(fact: FactDefinition | undefined): ValueKind {
  if (hasChoices(fact)) return "choice";
  if (fact?.type === "number" || fact?.type === "boolean") return fact.type;
  return fact === undefined || fact.type === "any" || fact.type === "object" ? "json" : "text";
}

function listOf(fact: FactDefinition | undefined): ValueKind {
  if (hasChoices(fact)) return "choices";
  if (fact?.type === "number") return "numbers";
  return fact === undefined || fact.type === "boolean" || fact.type === "any" || fact.type === "object"
    ? "json"
    : "texts";
}

function rangeOf(fact: FactDefinition | undefined): ValueKind {
  return fact?.type === "number" ? "numberRange" : fact?.type === "instant" ? "instantRange" : "json";
}

const ofWidget: Readonly<Record<string, ValueKind>> = {
  pattern: "pattern",
  instant: "instant",
  duration: "duration",
  calendar: "calendar",
};

const isKeywordList = (schema: Schema): boolean =>
  schema.type === "array" && isSchema(schema.items) && schema.items.type === "string";

function plainKind(schema: Schema, fact: FactDefinition | undefined): ValueKind {
  const widget = ofWidget[String(schema["x-widget"] ?? "")];
  if (widget !== undefined) return widget;
  if (Array.isArray(schema.anyOf))
    return schema.anyOf.filter(isSchema).some(isKeywordList) ? "keywords" : "json";
  if (isKeywordList(schema)) return "keywords";
  if (schema.type === "array")
    return schema.maxItems === 2 && schema.minItems === 2 ? rangeOf(fact) : listOf(fact);
  if (schema.type === "string") return "text";
  if (schema.type === "number" || schema.type === "boolean") return schema.type;
  return Array.isArray(schema.type) ? oneOf(fact) : "json";
}

const listForm: Partial<Readonly<Record<ValueKind, ValueKind>>> = {
  text: "keywords",
  number: "numbers",
  choice: "choices",
};

/** The input for a comparison; `json` for whatever has none of its own. */
export function valueKind(operator: NamedOperator, fact: FactDefinition | undefined): ValueKind {
  const { definition, decorators } = operator;
  if (definition === undefined || decorators.includes("swap")) return "json";
  const item = decorators.some((id) => id === "someFact" || id === "everyFact") && fact?.type === "string[]";
  const kind = plainKind(definition.value, item ? { ...fact, type: "string" } : fact);
  if (!decorators.some((id) => id === "someValue" || id === "everyValue")) return kind;
  return listForm[kind] ?? "json";
}

const isText = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => typeof value === "number";
const isScalar = (value: unknown): boolean => isText(value) || isNumber(value) || typeof value === "boolean";
const isListOf = (value: unknown, test: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(test);
const isPairOf = (value: unknown, test: (item: unknown) => boolean): boolean =>
  isListOf(value, test) && (value as unknown[]).length === 2;

const shapes: Readonly<Record<ValueKind, (value: unknown) => boolean>> = {
  keywords: (value) => isListOf(value, isText),
  texts: (value) => isListOf(value, isText),
  text: isText,
  pattern: isText,
  duration: isText,
  calendar: isText,
  instant: isText,
  number: isNumber,
  numbers: (value) => isListOf(value, isNumber),
  numberRange: (value) => isPairOf(value, isNumber),
  instantRange: (value) => isPairOf(value, isText),
  boolean: (value) => typeof value === "boolean",
  choice: isScalar,
  choices: (value) => isListOf(value, isScalar),
  json: () => true,
};

/** True when the input of this kind can show the value; other values are shown as JSON and kept. */
export const fitsKind = (kind: ValueKind, value: unknown): boolean => shapes[kind](value);

/** What a new value of the kind is; `at` (ISO) is the instant to begin with. */
export function defaultValue(kind: ValueKind, fact: FactDefinition | undefined, at: string): Json {
  switch (kind) {
    case "keywords":
    case "texts":
    case "numbers":
    case "choices":
      return [];
    case "number":
      return 0;
    case "numberRange":
      return [0, 0];
    case "instant":
      return at;
    case "instantRange":
      return [at, at];
    case "duration":
      return "P1D";
    case "calendar":
      return "24x7";
    case "boolean":
      return true;
    case "choice":
      return fact?.options?.[0]?.value ?? "";
    case "text":
    case "pattern":
    case "json":
      return "";
  }
}

/** Kinds whose values are texts of a form of their own: a duration is no calendar. */
const forms: Partial<Readonly<Record<ValueKind, string>>> = {
  instant: "instant",
  instantRange: "instant",
  duration: "duration",
  calendar: "calendar",
  boolean: "boolean",
  json: "json",
};

/** Kinds that another fact may stand for. */
const singles: readonly ValueKind[] = ["text", "number", "choice", "instant"];

/** What a change of the comparison is about. */
export interface KindChange {
  readonly from: ValueKind;
  readonly to: ValueKind;
  readonly fact: FactDefinition | undefined;
  /** The instant that a new value begins with. */
  readonly at: string;
}

/** The old value in the shape of the new kind, where what was meant can be kept; else a new one. */
export function fitValue(value: Json, { from, to, fact, at }: KindChange): Json {
  const fresh = defaultValue(to, fact, at);
  if (isReference(value))
    return from === to || (singles.includes(from) && singles.includes(to)) ? value : fresh;
  if (to === "json") return value;
  if (forms[from] !== forms[to]) return fresh;
  const shaped: readonly Json[] = Array.isArray(value)
    ? [value, ...value.slice(0, 1)]
    : [value, [value], [value, value]];
  return shaped.find((one) => fitsKind(to, one) && !isIncomplete(one)) ?? fresh;
}

/** Nothing filled in yet: such a comparison is stored, and never true. */
export const isIncomplete = (value: Json | FactReference): boolean =>
  value === "" || (Array.isArray(value) && (value.length === 0 || value.includes("")));
