/**
 * Templates: Liquid in replies, action inputs and announcements.
 * Names are the facts by their dots (`{{ order.trackingNo }}`); `now` is the step's time in epoch milliseconds.
 */
import type { Json } from "@sluice/schemas";
import { type Context, Drop, Output, type Template, toValueSync } from "liquidjs";
import { EngineError } from "../errors.ts";
import { createContext, liquid, renderParts } from "./liquid.ts";
import { type MomentInput, toMoment } from "./moment.ts";
import { templateLimits } from "./rendering-limits.ts";

/** What a template can name, nested by dots. */
export type Scope = Readonly<Record<string, unknown>>;

/** A parsed template; safe to share and to render any number of times. */
export interface CompiledTemplate {
  /** The text; names that are not there show as nothing. Throws `template.failed` when a limit is exceeded. */
  render(scope: Scope, at: MomentInput): string;
  /** As `render`, but a template that is one lone `{{ x }}` gives the value itself with its type; absent gives `null`. */
  value(scope: Scope, at: MomentInput): Json;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Parses into Liquid's own parts; throws `template.invalid`. */
export function parseTemplate(text: string): Template[] {
  try {
    return liquid.parse(text);
  } catch (error) {
    throw new EngineError("template.invalid", messageOf(error), { template: text.slice(0, 200) });
  }
}

function guarded<T>(text: string, render: () => T): T {
  try {
    return render();
  } catch (error) {
    throw new EngineError("template.failed", messageOf(error), { template: text.slice(0, 200) });
  }
}

/**
 * Numbers that JSON cannot hold, and values that are not there, become null; so does `nil`, and `empty` and `blank`, which
 * Liquid has objects for, become the empty text. What is stored is then what the run goes on with. The value is counted
 * as if it were written out: a variable that is put into itself twice at every turn of a loop comes to an end.
 */
function toJson(value: unknown, memory: Context["memoryLimit"], depth = 0): Json {
  if (depth > templateLimits.depth) throw new Error(`nested more than ${templateLimits.depth} levels deep`);
  memory.use(typeof value === "string" ? value.length : 1);
  if (value === undefined || (typeof value === "number" && !Number.isFinite(value))) return null;
  if (value instanceof Drop) return toJson(value.valueOf(), memory, depth);
  if (Array.isArray(value)) return value.map((item) => toJson(item, memory, depth + 1));
  if (typeof value !== "object" || value === null) return value as Json;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, toJson(item, memory, depth + 1)]),
  );
}

function loneValue({ value }: Output, context: Context): Json {
  return toJson(toValueSync(value.value(context, false)), context.memoryLimit);
}

/** Prepares a template; throws `template.invalid` with the reason and the place. */
export function compileTemplate(text: string): CompiledTemplate {
  if (!text.includes("{{") && !text.includes("{%")) return { render: () => text, value: () => text };
  const parts = parseTemplate(text);
  const render: CompiledTemplate["render"] = (scope, at) =>
    guarded(text, () => renderParts(parts, createContext(scope, toMoment(at))));
  const trimmed = text.trim();
  const lone = trimmed.startsWith("{{") ? parseTemplate(trimmed) : [];
  const only = lone[0];
  if (lone.length !== 1 || !(only instanceof Output)) return { render, value: render };
  const value: CompiledTemplate["value"] = (scope, at) =>
    guarded(text, () => loneValue(only, createContext(scope, toMoment(at))));
  return { render, value };
}
