/**
 * A plugin fact: a value that conditions may ask for and a plugin looks up, for instance whether a parcel is late.
 * It is fetched before the decision, outside any lock, and only when the outcome can still depend on it;
 * the value is stored with the event, so that replaying the event never fetches again.
 */
import type { FactType, Json, Label } from "@sluice/schemas";
import { type TSchema, Type } from "typebox";
import { type Action, defineAction, type RateLimit } from "./action.ts";
import type { ActionContext } from "./context.ts";
import { durationMs } from "./duration.ts";
import { DeclarationError } from "./errors.ts";
import { assertHostPattern } from "./host-pattern.ts";

/** The ticket's values by fact id, as declared in `from`; a value that is missing there is absent. */
export type FactInput = Readonly<Record<string, Json>>;

/** A lookup that the author promises to work. */
export interface FactSample {
  readonly name: string;
  readonly input: FactInput;
  /** The value it must give; left out where it changes from day to day. */
  readonly value?: Json;
}

/** What an author writes. */
export interface FactDeclaration<C extends TSchema = TSchema> {
  /** `<plugin>.<name>`; conditions name it so. */
  readonly id: string;
  readonly label: Label;
  readonly description?: Label;
  /** Decides which operators fit it. */
  readonly type: FactType;
  /** Values to choose from in the designer. */
  readonly options?: readonly { readonly value: Json; readonly label: Label }[];
  /** Facts it is looked up by, for instance `["order.trackingNo"]`. Where all are missing it is not fetched. */
  readonly from: readonly string[];
  /** ISO 8601 duration for which an answer serves the same values again; default: not at all. */
  readonly cacheFor?: string;
  readonly config?: C;
  readonly secrets?: readonly string[];
  readonly hosts?: readonly string[];
  /** Time limit, ISO 8601 duration; default `PT3S`: a ticket waits for it. */
  readonly timeout?: string;
  readonly concurrency?: number;
  readonly rateLimit?: RateLimit;
  readonly samples?: readonly FactSample[];
  /** The value, or `null` when there is none: the condition then sees a missing fact. */
  run(ctx: ActionContext<FactInput, unknown>): Promise<Json | null> | Json | null;
}

/** A declared fact. */
export interface Fact extends FactDeclaration {
  readonly kind: "fact";
}

const idPattern = /^[a-z][a-z0-9-]*(\.[a-zA-Z][a-zA-Z0-9-]*)+$/;

/**
 * Declares a fact.
 * @throws DeclarationError when its id, source facts, durations or hosts cannot be right.
 */
export function defineFact<const C extends TSchema>(declaration: FactDeclaration<C>): Fact {
  const { id, from, timeout, cacheFor, hosts = [] } = declaration;
  if (!idPattern.test(id)) throw new DeclarationError("fact.id", `Fact id must look like plugin.name: ${id}`);
  if (from.length === 0)
    throw new DeclarationError("fact.from", `${id}: \`from\` must name the facts it is looked up by`);
  for (const text of [timeout, cacheFor]) if (text !== undefined) durationMs(text);
  for (const host of hosts) assertHostPattern(host);
  return { ...declaration, kind: "fact" };
}

const valueSchemas: Readonly<Record<FactType, TSchema>> = {
  string: Type.String(),
  text: Type.String(),
  number: Type.Number(),
  boolean: Type.Boolean(),
  instant: Type.String(),
  "string[]": Type.Array(Type.String()),
  object: Type.Record(Type.String(), Type.Unknown()),
  any: Type.Unknown(),
};

/** The fact as something to run: its sources in, its value or `null` out. */
export function toFactAction(fact: Fact): Action {
  const { id, label, config, secrets, hosts, concurrency, rateLimit, samples = [] } = fact;
  return defineAction({
    id: factCall(id),
    version: "1",
    label,
    input: Type.Record(Type.String(), Type.Unknown()),
    output: Type.Union([valueSchemas[fact.type], Type.Null()]),
    timeout: fact.timeout ?? "PT3S",
    ...(config ? { config } : {}),
    ...(secrets ? { secrets } : {}),
    ...(hosts ? { hosts } : {}),
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(rateLimit ? { rateLimit } : {}),
    idempotency: "natural",
    samples: samples.map(({ name, input, value }) => ({
      name,
      input,
      ...(value === undefined ? {} : { output: value }),
    })),
    run: (ctx) => fact.run(ctx as ActionContext<FactInput, unknown>),
  }) as unknown as Action;
}

/** How the host asks for a fact. */
export const factCall = (id: string): string => `fact.${id.toLowerCase()}`;
