/** What bodies may look like: JSON is parsed and checked against the route's schema, NDJSON stays a stream. */
import { parseValue } from "@sluice/schemas";
import type { FastifyRequest, FastifySchemaCompiler } from "fastify";
import fp from "fastify-plugin";
import { type Static, type TSchema, Type } from "typebox";
import { Compile } from "typebox/compile";
import { Value } from "typebox/value";
import { AppError } from "../errors.ts";
import { parseJson } from "./parse-json.ts";

export const ndjsonType = "application/x-ndjson";

const parseBody = async (request: FastifyRequest, text: string): Promise<unknown> =>
  text === "" ? undefined : parseJson(text, request.routeOptions.config.maxJsonDepth);

/** Faults outside the body are named by the part of the request they are in. */
const prefixes: Readonly<Record<string, string>> = {
  querystring: "/query",
  params: "/params",
  headers: "/headers",
};

function refuse(schema: TSchema, value: unknown, httpPart: string | undefined): AppError {
  const parsed = parseValue(schema, value);
  const prefix = prefixes[httpPart ?? ""] ?? "";
  const errors = parsed.ok ? [] : parsed.problems.map((item) => ({ ...item, path: `${prefix}${item.path}` }));
  return new AppError("request.invalid", { errors });
}

/** A body that may be left out: the handler then gets `undefined` or `null`. */
export const optionalBody = <S extends TSchema>(schema: S) =>
  Type.Unsafe<Static<S> | undefined | null>({ ...schema, "x-optional": true });

const mayBeAbsent = (schema: TSchema): boolean =>
  (schema as { "x-optional"?: boolean })["x-optional"] === true;

/** What has a default may be left out. Bodies keep their types; a query's text is converted to those its schema names. */
const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const compiled = Compile(schema);
  const optional = mayBeAbsent(schema);
  const hasDefaults = JSON.stringify(schema).includes('"default"');
  return (input: unknown) => {
    if (optional && (input === undefined || input === null)) return { value: input };
    const filled = hasDefaults ? Value.Default(schema, input) : input;
    const value = httpPart === "body" ? filled : Value.Convert(schema, filled);
    return compiled.Check(value) ? { value } : { error: refuse(schema, value, httpPart) };
  };
};

export const bodiesPlugin = fp(
  async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("application/json", { parseAs: "string" }, parseBody as never);
    app.addContentTypeParser([ndjsonType, "application/ndjson"], (_request, payload, done) =>
      done(null, payload),
    );
    app.setValidatorCompiler(validatorCompiler as FastifySchemaCompiler<unknown>);
    // Response schemas describe answers in the OpenAPI document; they must never drop a property on the way.
    app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  },
  { name: "bodies", dependencies: ["errors"] },
);
