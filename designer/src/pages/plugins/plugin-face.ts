/** What a card says of a plugin, without React. */
import type { Label } from "@sluice/schemas";
import { ApiError } from "../../client/errors.ts";
import type { ActionFigures, PluginView } from "../../client/plugins.ts";
import type { Remark } from "../../inspector/remark.ts";

export type FaceState = PluginView["state"] | "off" | "fault";

/** The state that matters most: a fault before everything, then that it is off. */
export function faceState({ fault, settings, plugin, state }: PluginView): FaceState {
  if (fault !== null) return "fault";
  return plugin !== null && !settings.enabled ? "off" : state;
}

/** How many of the secrets that it names are stored; `*` names none. `null` where it names none at all. */
export function secretCount({ secrets, storedSecrets }: PluginView): { set: number; all: number } | null {
  const named = secrets.filter((name) => name !== "*");
  if (named.length === 0) return null;
  return { set: named.filter((name) => storedSecrets.includes(name)).length, all: named.length };
}

/** Every name to show: those it asks for, then those stored besides. */
export const secretNames = ({ secrets, storedSecrets }: PluginView): readonly string[] => [
  ...new Set([...secrets.filter((name) => name !== "*"), ...storedSecrets]),
];

/** Actions (`id@version`) whose circuit stands so. */
export const withCircuit = (
  { figures }: PluginView,
  circuit: Exclude<ActionFigures["circuit"], "closed">,
): readonly string[] =>
  Object.entries(figures).flatMap(([action, one]) => (one.circuit === circuit ? [action] : []));

export const offerKinds = ["actions", "facts", "channels", "strategies"] as const;
export type OfferKind = (typeof offerKinds)[number];

/** What it offers, kind by kind, without the empty ones. */
export const offersOf = (
  plugin: PluginView,
): readonly { readonly kind: OfferKind; readonly labels: readonly Label[] }[] =>
  offerKinds.flatMap((kind) => {
    const labels = (plugin[kind] ?? []).map(({ label }) => label);
    return labels.length === 0 ? [] : [{ kind, labels }];
  });

type Schema = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const namesOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

/** A property as a field: never folded away, since there is nothing else on the form. */
const fieldsOf = ({ properties }: Schema): readonly (readonly [string, Schema])[] =>
  isRecord(properties)
    ? Object.entries(properties).flatMap(([name, one]) =>
        isRecord(one) ? [[name, { ...one, "x-common": true }] as const] : [],
      )
    : [];

/**
 * The schemas of all contributions as one form: each reads its part of one configuration, so a property that any
 * of them declares is a field. One is required where any of them requires it and no default stands in for it.
 * `null` where none is declared.
 */
export function configSchema(schemas: readonly Schema[] = []): object | null {
  const fields = new Map(schemas.flatMap(fieldsOf));
  if (fields.size === 0) return null;
  const required = [...new Set(schemas.flatMap((one) => namesOf(one.required)))];
  return {
    type: "object",
    properties: Object.fromEntries(fields),
    required: required.filter((name) => fields.get(name)?.default === undefined),
  };
}

/** A configuration from its text; `null` for what is no JSON object. */
export function parseConfig(text: string): { readonly [name: string]: never } | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? (value as { readonly [name: string]: never }) : null;
  } catch {
    // Half typed.
    return null;
  }
}

/** What the server said against a configuration, by places in it; none for any other error. */
export const refusedPlaces = (error: unknown): readonly Remark[] =>
  error instanceof ApiError
    ? error.errors.flatMap(({ path, message }) =>
        path === "/config" || path.startsWith("/config/")
          ? [{ path: path.slice("/config".length), message, severity: "error" as const }]
          : [],
      )
    : [];

/** One line of a schema's table. */
export interface SchemaLine {
  readonly name: string;
  readonly schema: Schema;
  readonly type: string;
  readonly required: boolean;
}

const typeOf = (schema: Schema): string => {
  if (Array.isArray(schema.enum)) return schema.enum.map(String).join(" | ");
  if (typeof schema.type === "string") return schema.type;
  const some = [schema.anyOf, schema.oneOf].find(Array.isArray) ?? [];
  return some.filter(isRecord).map(typeOf).filter(Boolean).join(" | ");
};

/** The properties of an input or output; none for a schema that is no object. */
export function schemaLines(schema: Schema): readonly SchemaLine[] {
  if (!isRecord(schema.properties)) return [];
  const required = namesOf(schema.required);
  return Object.entries(schema.properties).flatMap(([name, one]) =>
    isRecord(one) ? [{ name, schema: one, type: typeOf(one), required: required.includes(name) }] : [],
  );
}
