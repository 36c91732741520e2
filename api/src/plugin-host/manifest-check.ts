/**
 * What a child says it offers, held to the shape that everything behind the host relies on. The other end of the
 * line runs foreign code: a manifest that was believed unseen could keep the whole server from starting.
 */
import type { PluginManifest } from "@sluice/plugin-sdk";
import { candidateProperties, Duration } from "@sluice/schemas";
import { Type } from "typebox";
import { Compile } from "typebox/compile";

const Text = Type.String({ maxLength: 2_000 });
const Id = Type.String({ minLength: 1, maxLength: 200 });
const Words = Type.Object({ zh: Text, en: Text });
const Texts = Type.Array(Text, { maxItems: 1_000 });
const Count = Type.Integer({ minimum: 1 });
const Schema = Type.Record(Type.String(), Type.Unknown());
const listOf = <T extends Parameters<typeof Type.Array>[0]>(item: T) => Type.Array(item, { maxItems: 1_000 });

const ActionShape = Type.Object({
  id: Id,
  version: Id,
  label: Words,
  input: Schema,
  output: Schema,
  secrets: Texts,
  hosts: Texts,
  timeout: Type.Optional(Duration),
  retry: Type.Optional(
    Type.Object({
      maxAttempts: Type.Integer({ minimum: 1, maximum: 100 }),
      backoff: Type.Enum(["fixed", "exponential"]),
      initial: Duration,
      max: Duration,
    }),
  ),
  concurrency: Type.Optional(Count),
  rateLimit: Type.Optional(Type.Object({ calls: Count, per: Duration })),
});

const FactShape = Type.Object({
  id: Id,
  label: Words,
  type: Type.Enum(["string", "text", "number", "boolean", "instant", "string[]", "object", "any"]),
  from: Texts,
  cacheFor: Type.Optional(Duration),
});

const ChannelShape = Type.Object({
  id: Id,
  label: Words,
  receives: Type.Boolean(),
  sends: Type.Boolean(),
  listens: Type.Boolean(),
  secrets: Texts,
  hosts: Texts,
});

const Prefer = Type.Enum(["least", "most"]);
const StrategyShape = Type.Object({
  id: Id,
  label: Words,
  description: Words,
  order: Type.Array(
    Type.Union([
      Type.Object({ prefer: Prefer, of: Type.Enum([...candidateProperties]) }),
      Type.Object({ prefer: Prefer, sum: Type.Record(Type.String(), Type.Number()) }),
    ]),
    { minItems: 1, maxItems: 20 },
  ),
});

const shape = Compile(
  Type.Object({
    id: Type.String({ pattern: "^[a-z][a-z0-9-]{0,62}$" }),
    label: Words,
    actions: listOf(ActionShape),
    facts: listOf(FactShape),
    channels: listOf(ChannelShape),
    strategies: listOf(StrategyShape),
    calls: listOf(ActionShape),
    config: listOf(Schema),
  }),
);

/** The place of the first thing that no plugin of the SDK would say of itself; `null` when all is in order. */
export function manifestFault(value: unknown): string | null {
  const [fault] = shape.Errors(value);
  if (fault) return `${fault.instancePath || "/"} ${fault.message}`;
  const { id, actions, facts, strategies } = value as PluginManifest;
  const foreign = [...actions, ...facts, ...strategies].find((one) => !one.id.startsWith(`${id}.`));
  return foreign ? `${foreign.id} does not begin with ${id}.` : null;
}
