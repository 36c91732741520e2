/**
 * One try of an action, from unknown input to a result that is data: the plugin host's child process
 * and the test harness both run actions through here, so a test sees what a ticket will see.
 */
import { type Json, parseValue } from "@sluice/schemas";
import type { TSchema } from "typebox";
import { Value } from "typebox/value";
import type { Action } from "./action.ts";
import { createActionFetch } from "./action-fetch.ts";
import type { ActionLog, ReportProgress } from "./context.ts";
import { ActionError, isActionError } from "./errors.ts";

/** How a try ended. */
export type ActionResult =
  | { readonly ok: true; readonly output: Json; readonly durationMs: number }
  | ActionFailure;

/** A try that failed, with everything a retry policy needs. */
export interface ActionFailure {
  readonly ok: false;
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
  readonly details?: unknown;
  readonly durationMs: number;
}

/** What one try is given. */
export interface ActionCall {
  readonly input: unknown;
  readonly config?: unknown;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly idempotencyKey: string;
  readonly attempt: number;
  readonly signal: AbortSignal;
  readonly log: ActionLog;
  readonly progress: ReportProgress;
  /** Replaces the network in tests. */
  readonly fetch?: typeof fetch;
  /** Bytes of JSON that an output may have; default 4 MiB. */
  readonly maxOutputBytes?: number;
}

const defaultMaxOutputBytes = 4 * 1024 * 1024;

/** The value with defaults filled in. @throws ActionError `code` when it does not fit; `what` names it for people. */
export function parseWithDefaults(schema: TSchema, value: unknown, code: string, what: string): unknown {
  const filled = Value.Default(schema, structuredClone(value));
  const parsed = parseValue(schema, filled);
  if (parsed.ok) return parsed.value;
  const first = parsed.problems[0];
  throw new ActionError({
    code,
    message: `The ${what} does not fit the action's schema: ${first?.path ?? ""} ${first?.message.en ?? ""}`,
    retryable: false,
    details: { problems: parsed.problems },
  });
}

/** The output as JSON, checked; an output that is not JSON is a bug of the action. */
function parseOutput(action: Action, output: unknown, maxBytes: number): Json {
  const text = JSON.stringify(output ?? null);
  if (text !== undefined && text.length > maxBytes)
    throw new ActionError({
      code: "action.output-too-large",
      message: `The output has ${text.length} characters of JSON, ${maxBytes} are allowed`,
      retryable: false,
    });
  const json: unknown = text === undefined ? null : JSON.parse(text);
  return parseWithDefaults(action.output, json, "action.output-invalid", "output") as Json;
}

async function execute(action: Action, call: ActionCall): Promise<Json> {
  call.signal.throwIfAborted();
  const context = {
    input: parseWithDefaults(action.input, call.input, "action.input-invalid", "input"),
    config: action.config
      ? parseWithDefaults(action.config, call.config ?? {}, "action.config-invalid", "plugin configuration")
      : call.config,
    secrets: call.secrets ?? {},
    http: createActionFetch(action.hosts ?? [], call.signal, call.fetch),
    log: call.log,
    progress: call.progress,
    idempotencyKey: call.idempotencyKey,
    signal: call.signal,
    attempt: call.attempt,
  };
  const output = await action.run(context);
  return parseOutput(action, output, call.maxOutputBytes ?? defaultMaxOutputBytes);
}

/** What was thrown, as data. A thrown thing that is no {@link ActionError} may be tried again. */
export function toFailure(error: unknown, durationMs: number): ActionFailure {
  if (!isActionError(error))
    return { ok: false, code: "action.threw", message: messageOf(error), retryable: true, durationMs };
  const { code, message, retryable, retryAfterMs, details } = error;
  return {
    ok: false,
    code,
    message,
    retryable,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(details === undefined ? {} : { details }),
    durationMs,
  };
}

function messageOf(error: unknown): string {
  if (error instanceof Error) return `${error.name}: ${error.message}`;
  try {
    return String(error);
  } catch {
    return "A value without text was thrown";
  }
}

/** Why the job's signal aborted, when it is what ended the action. */
function abortFailure(signal: AbortSignal, durationMs: number): ActionFailure {
  if (isActionError(signal.reason)) return toFailure(signal.reason, durationMs);
  const timedOut = signal.reason instanceof Error && signal.reason.name === "TimeoutError";
  return timedOut
    ? { ok: false, code: "action.timeout", message: "Time limit reached", retryable: true, durationMs }
    : { ok: false, code: "action.cancelled", message: "Cancelled", retryable: true, durationMs };
}

/** Runs one try; never rejects. */
export async function runAction(action: Action, call: ActionCall): Promise<ActionResult> {
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started);
  try {
    const output = await execute(action, call);
    return { ok: true, output, durationMs: elapsed() };
  } catch (error) {
    if (call.signal.aborted && !isActionError(error)) return abortFailure(call.signal, elapsed());
    return toFailure(error, elapsed());
  }
}
