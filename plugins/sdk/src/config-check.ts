/**
 * A plugin's configuration is one object for all that it offers; each contribution reads the part that it declares.
 * Whether a configuration fits is asked of the plugin's own process, where a hostile pattern costs nobody else.
 */
import { type Problem, parseValue } from "@sluice/schemas";
import { type TSchema, Type } from "typebox";
import { Value } from "typebox/value";
import { type Action, defineAction } from "./action.ts";
import type { Plugin } from "./plugin.ts";

/** How the host asks whether a configuration fits. */
export const configCall = (plugin: string): string => `plugin.${plugin}.config`;

/** What contributions declare of it. */
export const configSchemas = ({
  actions,
  facts,
  channels,
}: Pick<Plugin, "actions" | "facts" | "channels">): readonly TSchema[] =>
  [...actions, ...facts, ...channels].flatMap(({ config }) => config ?? []);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const propertiesOf = (schema: TSchema): Record<string, unknown> => {
  const { properties } = schema as { properties?: unknown };
  return isRecord(properties) ? properties : {};
};

/** A configuration without what other contributions alone declare: a strict schema would refuse it. */
export function configPart(schema: TSchema, all: readonly TSchema[], config: unknown): unknown {
  if (!isRecord(config)) return config;
  const own = propertiesOf(schema);
  const others = new Set(all.flatMap((one) => Object.keys(propertiesOf(one))));
  return Object.fromEntries(
    Object.entries(config).filter(([name]) => Object.hasOwn(own, name) || !others.has(name)),
  );
}

function problemsOf(schemas: readonly TSchema[], config: unknown): readonly Problem[] {
  const found = schemas.flatMap((schema) => {
    const filled = Value.Default(schema, structuredClone(configPart(schema, schemas, config)));
    const parsed = parseValue(schema, filled);
    return parsed.ok ? [] : parsed.problems;
  });
  return [...new Map(found.map((one) => [`${one.path} ${one.code}`, one])).values()];
}

/** What checks a configuration; none where nothing is declared of it. */
export function configCheck(plugin: Plugin): readonly Action[] {
  const schemas = configSchemas(plugin);
  if (schemas.length === 0) return [];
  const check = defineAction({
    id: configCall(plugin.id),
    version: "1",
    label: plugin.label,
    input: Type.Unknown(),
    output: Type.Object({ problems: Type.Array(Type.Unknown()) }),
    timeout: "PT5S",
    idempotency: "natural",
    run: ({ input }) => ({ problems: [...problemsOf(schemas, input)] }),
  });
  return [check as unknown as Action];
}
