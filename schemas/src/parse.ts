/**
 * From unknown input to a typed value, or to the list of everything that is wrong with it.
 * Interpreted (no `eval`), so the browser can run it under a strict content security policy.
 */
import type { Static, TSchema } from "typebox";
import { Settings } from "typebox/system";
import { Value } from "typebox/value";
import { checkCondition } from "./check-condition.ts";
import { type AnyDocument, documentSchemas, formatVersion, isDocumentKind } from "./documents/document.ts";
import { type Problem, problem } from "./problem.ts";

/** The validator stops at 8 faults by default, some of which only repeat others: a form wants to see all. */
Settings.Set({ maxErrors: 500 });

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Deepest JSON that is looked at; deeper input is refused before any recursive check sees it. */
export const maxJsonDepth = 96;

/** True when the value nests deeper than `limit`; never recurses. */
export function isTooDeep(value: unknown, limit = maxJsonDepth): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((item) => (typeof item === "object" && item !== null ? Object.values(item) : []));
  }
  return false;
}

type RawError = ReturnType<typeof Value.Errors>[number];

/** How a validator's keyword becomes a problem; a keyword that is absent here only repeats another. */
function toProblems(error: RawError): Problem[] {
  const at = error.instancePath;
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case "type":
      return [problem(at, "schema.type", { type: String(params.type) })];
    case "required":
      return (params.requiredProperties as string[]).map((name) => problem(at, "schema.required", { name }));
    case "additionalProperties":
      return (params.additionalProperties as string[]).map((name) =>
        problem(`${at}/${escapePointer(name)}`, "schema.unknown-property", { name }),
      );
    case "pattern":
    case "format":
      return [problem(at, "schema.pattern")];
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return [problem(at, "schema.range", { limit: `${String(params.comparison)} ${String(params.limit)}` })];
    case "minLength":
    case "maxLength":
    case "minItems":
    case "maxItems":
      return [problem(at, "schema.length", { limit: `${error.keyword} ${String(params.limit)}` })];
    case "const":
    case "enum":
    case "anyOf":
    case "oneOf":
      return [problem(at, "schema.choice")];
    case "boolean":
      return [];
    default:
      return [problem(at, "schema.invalid", { detail: error.message })];
  }
}

const escapePointer = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");

/** Errors inside the branches of a union only explain why a branch did not fit: the union's own error stays. */
function withoutBranchNoise(errors: readonly RawError[]): RawError[] {
  const unions = errors.filter((error) => error.keyword === "anyOf").map((error) => error.schemaPath);
  return errors.filter((error) => !unions.some((path) => error.schemaPath.startsWith(`${path}/anyOf/`)));
}

/** Checks `input` against `schema`; every fault with its path, each path and code once. */
export function parseValue<S extends TSchema>(schema: S, input: unknown): Parsed<Static<S>> {
  if (isTooDeep(input))
    return { ok: false, problems: [problem("", "schema.too-deep", { limit: maxJsonDepth })] };
  if (Value.Check(schema, input)) return { ok: true, value: input as Static<S> };
  const problems = withoutBranchNoise(Value.Errors(schema, input)).flatMap(toProblems);
  const seen = new Map(problems.map((item) => [`${item.path} ${item.code} ${item.message.en}`, item]));
  const found = [...seen.values()];
  return { ok: false, problems: found.length > 0 ? found : [problem("", "schema.choice")] };
}

interface ConditionPlace {
  readonly value: unknown;
  readonly path: string;
}

/** Every place of `input` where the schema expects a condition. */
function conditionPlaces(schema: unknown, input: unknown, path: string): ConditionPlace[] {
  if (typeof schema !== "object" || schema === null || input === undefined) return [];
  const s = schema as Record<string, unknown>;
  if (s["x-condition"] === true) return [{ value: input, path }];
  const found: ConditionPlace[] = [];
  if (Array.isArray(s.anyOf))
    for (const branch of s.anyOf) found.push(...conditionPlaces(branch, input, path));
  if (Array.isArray(input) && s.items)
    input.forEach((item, index) => {
      found.push(...conditionPlaces(s.items, item, `${path}/${index}`));
    });
  else if (typeof input === "object" && input !== null && typeof s.properties === "object")
    for (const [key, child] of Object.entries(s.properties as object))
      if (Object.hasOwn(input, key))
        found.push(...conditionPlaces(child, (input as Record<string, unknown>)[key], `${path}/${key}`));
  return found;
}

/** Every condition of a value with its path, by its schema: for whoever checks or visits conditions. */
export const conditionsOf = (schema: TSchema, input: unknown): readonly ConditionPlace[] =>
  conditionPlaces(schema, input, "");

/**
 * Parses a document of any kind: envelope, spec and the shape of every condition in it.
 * What needs other documents or the catalog (references, facts, operators) is the engine's lint.
 */
export function parseDocument(input: unknown): Parsed<AnyDocument> {
  const kind = (input as { kind?: unknown } | null)?.kind;
  if (!isDocumentKind(kind)) return { ok: false, problems: [problem("/kind", "document.kind")] };
  const version = (input as { formatVersion?: unknown }).formatVersion;
  if (typeof version === "number" && version > formatVersion)
    return { ok: false, problems: [problem("/formatVersion", "document.version")] };
  const schema = documentSchemas[kind];
  const parsed = parseValue(schema, input);
  if (!parsed.ok && parsed.problems.some((item) => item.code === "schema.too-deep")) return parsed;
  const conditions = conditionsOf(schema, input).flatMap(({ value, path }) => checkCondition(value, path));
  const workflow = kind === "workflow" ? triggerConditions(input) : [];
  const problems = [...(parsed.ok ? [] : parsed.problems), ...conditions, ...workflow];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: input as AnyDocument };
}

/** Node configs are the engine's, but a `when` in one, or in a branch of one, is always a condition. */
function triggerConditions(input: unknown): Problem[] {
  const nodes = (input as { spec?: { nodes?: unknown } }).spec?.nodes;
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: { config?: { when?: unknown; branches?: unknown } } | null, index) => {
    const at = `/spec/nodes/${index}/config`;
    const branches = Array.isArray(node?.config?.branches) ? node.config.branches : [];
    return [
      ...whenOf(node?.config, at),
      ...branches.flatMap((branch: unknown, place) => whenOf(branch, `${at}/branches/${place}`)),
    ];
  });
}

function whenOf(holder: unknown, path: string): Problem[] {
  const when = (holder as { when?: unknown } | null | undefined)?.when;
  return when === undefined || when === null ? [] : checkCondition(when, `${path}/when`);
}
