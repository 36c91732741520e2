/**
 * An action is one thing a workflow can do outside Sluice. Its declaration is all there is to write:
 * palette entry, form, checks and job limits are derived from it.
 */
import { type Label, parseValue } from "@sluice/schemas";
import type { Static, TSchema, TUnknown } from "typebox";
import type { ActionContext } from "./context.ts";
import { durationMs } from "./duration.ts";
import { DeclarationError } from "./errors.ts";
import { assertHostPattern } from "./host-pattern.ts";

/** How often and how far apart a failed job is tried again; a workflow node may override it. */
export interface RetryPolicy {
  readonly maxAttempts: number;
  readonly backoff: "fixed" | "exponential";
  /** ISO 8601 duration before the second try. */
  readonly initial: string;
  /** ISO 8601 duration that the waiting never exceeds. */
  readonly max: string;
}

/** At most `calls` starts in each window of length `per` (ISO 8601 duration). */
export interface RateLimit {
  readonly calls: number;
  readonly per: string;
}

/** An input that the author promises to work (or to fail in a known way); documentation and test in one. */
export interface ActionSample<Input> {
  readonly name: string;
  readonly input: Input;
  /** Expected part of the output: listed properties must be equal, others are free. */
  readonly output?: unknown;
  /** Expected error code, when the sample shows a failure. */
  readonly error?: string;
}

/** What an author writes; see `plugins/sdk/README.md` for a complete one. */
export interface ActionDeclaration<I extends TSchema, O extends TSchema, C extends TSchema = TSchema> {
  /** `<plugin>.<name>`, lower case with hyphens. */
  readonly id: string;
  /** A whole number as text. Raise it when old inputs would no longer fit: workflows pin the version. */
  readonly version: string;
  readonly label: Label;
  readonly description?: Label;
  /** Icon name of the designer's set. */
  readonly icon?: string;
  readonly input: I;
  readonly output: O;
  /** What of the plugin's configuration this action reads. */
  readonly config?: C;
  /** Secrets it receives, by name; `*` stands for all secrets stored for this plugin. */
  readonly secrets?: readonly string[];
  /** Hosts that `ctx.http` may call: `api.example.com`, `*.example.com`, or `*`. */
  readonly hosts?: readonly string[];
  /** Time limit of one try, ISO 8601 duration; default `PT30S`. */
  readonly timeout?: string;
  readonly retry?: RetryPolicy;
  /** How many run at once; default 8. */
  readonly concurrency?: number;
  readonly rateLimit?: RateLimit;
  /**
   * What a second run of the same try does: `key` (default) passes `ctx.idempotencyKey` on, so the service does it
   * once; `natural` changes nothing by being repeated; `none` may repeat its effect after a crash, and says so here.
   */
  readonly idempotency?: "key" | "natural" | "none";
  readonly samples?: readonly ActionSample<Static<I>>[];
  run(ctx: ActionContext<Static<I>, Static<C>>): Promise<Static<O>> | Static<O>;
}

/** A declared action. `kind` tells declarations apart where a plugin offers several sorts of them. */
export interface Action<I extends TSchema = TSchema, O extends TSchema = TSchema, C extends TSchema = TSchema>
  extends ActionDeclaration<I, O, C> {
  readonly kind: "action";
}

const idPattern = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/;

function assertDurations(action: { timeout?: string; retry?: RetryPolicy; rateLimit?: RateLimit }): void {
  const all = [action.timeout, action.retry?.initial, action.retry?.max, action.rateLimit?.per];
  for (const text of all) if (text !== undefined) durationMs(text);
}

function assertSamples(action: ActionDeclaration<TSchema, TSchema>): void {
  for (const sample of action.samples ?? []) {
    const parsed = parseValue(action.input, sample.input);
    if (!parsed.ok)
      throw new DeclarationError(
        "action.sample",
        `${action.id}: sample "${sample.name}" does not fit the input schema`,
        parsed.problems,
      );
  }
}

/**
 * Declares an action; `run`, the samples and the context are typed from the schemas.
 * @throws DeclarationError when an id, version, duration, host or sample cannot be right.
 */
export function defineAction<
  const I extends TSchema,
  const O extends TSchema,
  const C extends TSchema = TUnknown,
>(declaration: ActionDeclaration<I, O, C>): Action<I, O, C> {
  const { id, version } = declaration;
  if (!idPattern.test(id))
    throw new DeclarationError("action.id", `Action id must look like plugin.name: ${id}`);
  if (!/^[1-9][0-9]*$/.test(version))
    throw new DeclarationError("action.version", `${id}: version must be a whole number as text`);
  assertDurations(declaration as ActionDeclaration<TSchema, TSchema>);
  for (const host of declaration.hosts ?? []) assertHostPattern(host);
  assertSamples(declaration as unknown as ActionDeclaration<TSchema, TSchema>);
  return { ...declaration, kind: "action" };
}
