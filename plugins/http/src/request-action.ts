/** `http.request`: calls any HTTP service, safely enough to be in the hands of whoever draws workflows. */
import { type ActionContext, defineAction } from "@sluice/plugin-sdk";
import { httpError } from "./errors.ts";
import { type Agents, createAgents, type ResolveAll } from "./guarded-agent.ts";
import { isExpected, networkError, statusError } from "./outcome.ts";
import { plainHeaders, readBody } from "./read-response.ts";
import { buildHeaders } from "./request-headers.ts";
import { HttpConfig, RequestInput, RequestOutput } from "./request-schema.ts";
import { type Outgoing, parseUrl, send } from "./send.ts";

type Context = ActionContext<RequestInput, HttpConfig>;

function toOutgoing({ input, secrets, idempotencyKey }: Context): Outgoing {
  const url = parseUrl(input.url);
  for (const [name, value] of Object.entries(input.query ?? {})) url.searchParams.append(name, String(value));
  const hasBody = input.body !== undefined && input.body !== null && !["GET", "HEAD"].includes(input.method);
  const isText = typeof input.body === "string";
  const contentType = isText ? "text/plain; charset=utf-8" : "application/json";
  const headers = buildHeaders({
    headers: input.headers,
    auth: input.auth,
    secrets,
    idempotencyKey,
    contentType: hasBody ? contentType : null,
  });
  const body = isText ? String(input.body) : JSON.stringify(input.body);
  return { method: input.method, url, headers, body: hasBody ? body : null };
}

async function exchange(ctx: Context, agents: Agents, signal: AbortSignal): Promise<RequestOutput> {
  const { input } = ctx;
  const started = performance.now();
  const response = await send(toOutgoing(ctx), {
    agents,
    allowHosts: ctx.config.allowHosts,
    maxRedirects: input.maxRedirects,
    signal,
  });
  const status = response.statusCode;
  const headers = plainHeaders(response);
  const body = await readBody(response, input.maxResponseBytes);
  if (!isExpected(status, input.expect)) throw statusError(status, headers, body);
  return { status, headers, body, durationMs: Math.round(performance.now() - started) };
}

/** Runs one request under its own time limit and the job's. */
async function requestWithLimit(ctx: Context, agents: Agents): Promise<RequestOutput> {
  const limit = AbortSignal.timeout(ctx.input.timeoutMs);
  try {
    return await exchange(ctx, agents, AbortSignal.any([ctx.signal, limit]));
  } catch (error) {
    ctx.signal.throwIfAborted();
    if (limit.aborted) throw httpError("http.timeout", `No answer within ${ctx.input.timeoutMs} ms`);
    throw networkError(error, parseUrl(ctx.input.url).host);
  }
}

/** Declares the action; `resolve` replaces the system's resolver. */
export const createRequestAction = (resolve?: ResolveAll) => {
  const agents = createAgents(resolve);
  return defineAction({
    id: "http.request",
    version: "1",
    label: { zh: "HTTP 请求", en: "HTTP request" },
    description: {
      zh: "调用任意 HTTP 接口。内网地址默认拒绝，需运维按名称放行。",
      en: "Calls any HTTP service. Private addresses are refused unless an operator allows them by name.",
    },
    icon: "api",
    input: RequestInput,
    output: RequestOutput,
    config: HttpConfig,
    secrets: ["*"],
    hosts: ["*"],
    timeout: "PT30S",
    retry: { maxAttempts: 5, backoff: "exponential", initial: "PT1S", max: "PT5M" },
    concurrency: 32,
    samples: [
      {
        name: "refuses this machine",
        input: {
          method: "GET",
          url: "http://127.0.0.1/",
          timeoutMs: 1_000,
          expect: ["2xx"],
          maxRedirects: 0,
          maxResponseBytes: 1_024,
        },
        error: "http.address-refused",
      },
    ],
    run: (ctx) => requestWithLimit(ctx, agents),
  });
};
