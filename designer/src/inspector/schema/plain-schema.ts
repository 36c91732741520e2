/** Reading a JSON Schema that may come from anywhere: node kinds, plugins, documents. */
import type { Json } from "@sluice/schemas";
import { inLanguage } from "../../explain/names.ts";

/** A schema as JSON; nothing in it is trusted to be there. */
export type PlainSchema = { readonly [keyword: string]: unknown };

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isLabel = (value: unknown): value is { readonly zh: string; readonly en: string } =>
  isRecord(value) && typeof value.zh === "string" && typeof value.en === "string";

const said = (value: unknown, language: string): string | undefined => {
  if (typeof value === "string" && value !== "") return value;
  return isLabel(value) ? inLanguage(value, language) : undefined;
};

/** The name of a schema: its label, else its title, else what its holder calls it. */
export const titleOf = (schema: PlainSchema, language: string, otherwise: string): string =>
  said(schema["x-label"], language) ?? said(schema.title, language) ?? otherwise;

export const helpOf = (schema: PlainSchema, language: string): string | undefined =>
  said(schema["x-help"], language) ?? said(schema.description, language);

/** The `x-widget` of a schema. */
export const widgetOf = (schema: PlainSchema): string | undefined =>
  typeof schema["x-widget"] === "string" ? schema["x-widget"] : undefined;

export const propertiesOf = (schema: PlainSchema): Readonly<Record<string, PlainSchema>> =>
  isRecord(schema.properties) ? (schema.properties as Record<string, PlainSchema>) : {};

/** A property must be given where it is required and has no default: what has one may be left out. */
export function isMandatory(schema: PlainSchema, name: string): boolean {
  const required = Array.isArray(schema.required) && schema.required.includes(name);
  return required && propertiesOf(schema)[name]?.default === undefined;
}

/** The branches of a union, without the null that means "none". */
export function branchesOf(schema: PlainSchema): readonly PlainSchema[] {
  const branches = schema.anyOf ?? schema.oneOf;
  return Array.isArray(branches) ? branches.filter((one) => isRecord(one) && one.type !== "null") : [];
}

/** True where a condition tree stands. */
export const isCondition = (schema: PlainSchema): boolean =>
  schema["x-condition"] === true || branchesOf(schema).some((branch) => branch["x-condition"] === true);

/** One value of an enumeration, with its name. */
export interface Choice {
  readonly value: Json;
  readonly label: string;
}

/** The values of an enumeration or of a union of constants, named; empty when the schema is neither. */
export function choicesOf(schema: PlainSchema, language: string): readonly Choice[] {
  const branches = branchesOf(schema);
  const constants = branches.length > 0 && branches.every((branch) => "const" in branch) ? branches : [];
  const names = isRecord(schema["x-options"]) ? schema["x-options"] : {};
  const nameOf = (value: unknown) => said(names[String(value)], language) ?? String(value);
  if (Array.isArray(schema.enum))
    return schema.enum.map((value) => ({ value: value as Json, label: nameOf(value) }));
  return constants.map((branch) => ({
    value: branch.const as Json,
    label: titleOf(branch, language, nameOf(branch.const)),
  }));
}

/** What the values of a record are; `{}` where anything goes. */
export function recordValueOf(schema: PlainSchema): PlainSchema {
  const { patternProperties, additionalProperties } = schema;
  const [first] = isRecord(patternProperties) ? Object.values(patternProperties) : [];
  if (isRecord(first)) return first;
  return isRecord(additionalProperties) ? additionalProperties : {};
}
