/**
 * Tries an action as the plugin host would: every sample, a time limit, and a failed first try followed by
 * a second one. Works with any test runner: it reports, and `passed` is what to assert.
 */
import { type Json, parseValue } from "@sluice/schemas";
import type { Static, TSchema } from "typebox";
import type { Action, ActionSample } from "./action.ts";
import type { ActionLog } from "./context.ts";
import { crashFault } from "./crash-check.ts";
import { type ActionResult, runAction } from "./run-action.ts";

/** What the harness needs that the declaration does not say. */
export interface TestActionOptions<I extends TSchema> {
  readonly secrets?: Readonly<Record<string, string>>;
  readonly config?: unknown;
  /** The network for `ctx.http`; default the real one. */
  readonly fetch?: typeof fetch;
  /**
   * An input on which the action waits for something that never answers. Needed only by actions that
   * reach their service otherwise than by `ctx.http`, whose silence is played by the harness.
   */
  readonly hangingInput?: Static<I>;
  /** Effects that a stand-in for the service has counted: a second run of the same try must add none. */
  readonly effects?: () => number;
  /** Time limit that the time-out check sets, in milliseconds; default 50. */
  readonly timeLimitMs?: number;
  /** How long after it the action may take to come back, in milliseconds; default 1000. */
  readonly graceMs?: number;
}

/** One thing that was tried. */
export interface ActionCheck {
  readonly name: string;
  readonly passed: boolean;
  /** What was seen, when it did not pass. */
  readonly detail?: string;
}

/** All that was tried. */
export interface ActionReport {
  readonly passed: boolean;
  readonly checks: readonly ActionCheck[];
}

const silentLog: ActionLog = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A network that never answers, but lets go when the request is aborted. */
const silentFetch: typeof fetch = (_url, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener("abort", () => reject(init.signal?.reason), { once: true });
  });

const brokenFetch: typeof fetch = () => Promise.reject(new TypeError("fetch failed"));

const check = (name: string, fault: string | null): ActionCheck =>
  fault === null ? { name, passed: true } : { name, passed: false, detail: fault };

/** True when everything that `part` lists is equal in `whole`. */
function isPartOf(part: unknown, whole: unknown): boolean {
  if (typeof part !== "object" || part === null) return Object.is(part, whole);
  if (typeof whole !== "object" || whole === null || Array.isArray(part) !== Array.isArray(whole))
    return false;
  if (Array.isArray(part) && part.length !== (whole as unknown[]).length) return false;
  return Object.entries(part).every(([key, value]) =>
    isPartOf(value, (whole as Record<string, unknown>)[key]),
  );
}

function sampleFault(sample: ActionSample<unknown>, result: ActionResult): string | null {
  if (sample.error !== undefined)
    return !result.ok && result.code === sample.error
      ? null
      : `expected ${sample.error}, got ${JSON.stringify(result)}`;
  if (!result.ok) return `${result.code}: ${result.message}`;
  if (sample.output === undefined || isPartOf(sample.output, result.output)) return null;
  return `expected ${JSON.stringify(sample.output)}, got ${JSON.stringify(result.output)}`;
}

const keyOf = (action: Action): string => `test:${action.id}:1`;

/** Wires the tries of one action: each takes an input, an attempt, a signal and a network. */
function createTries(action: Action, options: TestActionOptions<TSchema>) {
  return (input: unknown, attempt: number, signal: AbortSignal, network = options.fetch) =>
    runAction(action, {
      input,
      config: options.config,
      secrets: options.secrets ?? {},
      idempotencyKey: keyOf(action),
      attempt,
      signal,
      log: silentLog,
      progress: () => {},
      ...(network ? { fetch: network } : {}),
    });
}

type Try = ReturnType<typeof createTries>;

const never = () => new AbortController().signal;

async function timeLimitFault(attempt: Try, input: unknown, options: TestActionOptions<TSchema>) {
  const { timeLimitMs = 50, graceMs = 1_000 } = options;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    // It keeps the process alive meanwhile: in a plain script nothing else does, as the signal's own timer does not.
    timer = setTimeout(resolve, timeLimitMs + graceMs, "late");
  });
  const signal = AbortSignal.timeout(timeLimitMs);
  const result = await Promise.race([attempt(input, 1, signal, silentFetch), late]);
  clearTimeout(timer);
  if (result === "late") return `still running ${graceMs} ms after its time limit: pass ctx.signal on`;
  return result.ok || result.retryable ? null : `ended with ${result.code}, which is not retryable`;
}

/** A first try without a network must be worth a second one, and the second one must do. */
async function retryFault(attempt: Try, sample: ActionSample<unknown>): Promise<string | null> {
  const first = await attempt(sample.input, 1, never(), brokenFetch);
  if (!first.ok && !first.retryable) return `a network fault gave ${first.code}, which is not retryable`;
  return sampleFault(sample, await attempt(sample.input, 2, never()));
}

/** Bad input must be refused before `run` sees it. */
async function refusalFault(action: Action, attempt: Try): Promise<string | null> {
  const bad = [null, 1, "x", [], { "no-such-property": true }].find(
    (item) => !parseValue(action.input, item).ok,
  );
  if (bad === undefined) return null;
  const result = await attempt(bad as Json, 1, never());
  return !result.ok && result.code === "action.input-invalid" ? null : `accepted ${JSON.stringify(bad)}`;
}

/**
 * Runs the checks. Samples with an `error` are expected to fail so.
 * Never rejects for what the action does; an action without samples does not pass.
 */
export async function testAction<I extends TSchema, O extends TSchema, C extends TSchema>(
  action: Action<I, O, C>,
  options: TestActionOptions<I> = {},
): Promise<ActionReport> {
  const erased = action as unknown as Action;
  const loose = options as TestActionOptions<TSchema>;
  const attempt = createTries(erased, loose);
  const samples = erased.samples ?? [];
  const checks: ActionCheck[] = [check("has a sample", samples.length > 0 ? null : "add one to `samples`")];
  for (const sample of samples)
    checks.push(
      check(`sample: ${sample.name}`, sampleFault(sample, await attempt(sample.input, 1, never()))),
    );
  const good = samples.find((sample) => sample.error === undefined);
  const hanging = options.hangingInput ?? good?.input;
  if (hanging !== undefined)
    checks.push(check("stops at its time limit", await timeLimitFault(attempt, hanging, loose)));
  if (good) checks.push(check("can be tried again", await retryFault(attempt, good)));
  if (good && erased.idempotency !== "none" && erased.idempotency !== "natural")
    checks.push(
      check(
        "has no second effect after a crash",
        await crashFault({
          key: keyOf(erased),
          network: loose.fetch ?? fetch,
          effects: loose.effects,
          run: (network) => attempt(good.input, 1, never(), network),
        }),
      ),
    );
  checks.push(check("refuses input that does not fit", await refusalFault(erased, attempt)));
  return { passed: checks.every((item) => item.passed), checks };
}
