/**
 * The form library's validator on the formats' own interpreter: no code is made from schemas (the pages' policy
 * forbids it), and a form never judges otherwise than publishing does.
 */

import {
  ErrorSchemaBuilder,
  type RJSFSchema,
  type RJSFValidationError,
  type ValidatorType,
} from "@rjsf/utils";
import { type Json, parseValue } from "@sluice/schemas";
import type { Remark } from "../remark.ts";
import type { PlainSchema } from "./plain-schema.ts";

type Checked = Parameters<typeof parseValue>[0];

const stepsOf = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

/** What a schema says against a value, to be told beside its fields. */
export function schemaRemarks(schema: PlainSchema, value: Json | undefined): readonly Remark[] {
  const parsed = parseValue(schema as Checked, value);
  if (parsed.ok) return [];
  return parsed.problems.map(({ path, message }) => ({ path, message, severity: "error" }));
}

/** True when a value fits a schema. */
export const fits = (schema: PlainSchema, value: unknown): boolean => parseValue(schema as Checked, value).ok;

function errorsOf(schema: RJSFSchema, value: unknown): RJSFValidationError[] {
  return schemaRemarks(schema, value as Json).map(({ path, message }) => {
    const text = typeof message === "string" ? message : message.zh;
    return {
      name: "schema",
      property: stepsOf(path)
        .map((step) => `.${step}`)
        .join(""),
      message: text,
      stack: text,
    };
  });
}

export const schemaValidator: ValidatorType<unknown, RJSFSchema> = {
  validateFormData(value, schema) {
    const builder = new ErrorSchemaBuilder<unknown>();
    for (const { path, message } of schemaRemarks(schema, value as Json))
      builder.addErrors(typeof message === "string" ? message : message.zh, stepsOf(path));
    return { errors: errorsOf(schema, value), errorSchema: builder.ErrorSchema };
  },
  isValid: (schema, value) => fits(schema, value),
  rawValidation: <Result>(schema: RJSFSchema, value?: unknown) => ({
    errors: errorsOf(schema, value) as Result[],
  }),
};
