/** One exchange with the ERP: its address and credentials from the configuration, its verdict from status and code. */
import { type ActionContext, requestJson } from "@sluice/plugin-sdk";
import type { Envelope, ErpConfig } from "./config.ts";
import { erpError } from "./errors.ts";
import { readPath, toText } from "./paths.ts";

/** How the ERP took it; its own words are in `body`. */
export type Verdict = "done" | "not-found" | "duplicate";

export interface ErpAnswer {
  readonly verdict: Verdict;
  readonly body: unknown;
}

export type ErpContext = Pick<ActionContext<unknown, ErpConfig>, "config" | "secrets" | "http">;

/** What is asked; `values` are filled into the braces of `path`, each as one step of the address. */
export interface ErpRequest {
  readonly path: string;
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** A value can add no step, query or host: it is encoded, and dots alone, which would climb, are refused. */
function fill(path: string, values: ErpRequest["values"]): string {
  return path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name] ?? "";
    if (/^\.{1,2}$/.test(value)) throw erpError("erp.refused", `${name} cannot be ${value}`);
    return encodeURIComponent(value);
  });
}

function urlOf({ config }: ErpContext, { path, values }: ErpRequest): URL {
  if (!config.baseUrl) throw erpError("erp.not-configured", "The plugin erp has no baseUrl");
  return new URL(config.baseUrl.replace(/\/+$/, "") + fill(path, values));
}

function authOf({ config, secrets }: ErpContext): Readonly<Record<string, string>> {
  const { TOKEN } = secrets;
  return TOKEN ? { [config.auth.header]: `${config.auth.prefix}${TOKEN}` } : {};
}

/** What the answer's own code says. */
function verdictOf(envelope: Envelope, body: unknown): Verdict {
  const code = toText(readPath(body, envelope.code));
  const words = toText(readPath(body, envelope.message))?.slice(0, 300) ?? "";
  if (code === null) throw erpError("erp.answer-unexpected", `The answer has nothing at ${envelope.code}`);
  if (envelope.ok.includes(code)) return "done";
  if (envelope.notFound.includes(code)) return "not-found";
  if (envelope.duplicate.includes(code)) return "duplicate";
  const fault = envelope.busy.includes(code) ? "erp.busy" : "erp.refused";
  throw erpError(fault, `The ERP answered ${code}: ${words}`, { code });
}

/**
 * Asks the ERP. 404 is "not found" and 409 a duplicate.
 * @throws ActionError `erp.*`, and those of an exchange of JSON under `erp`.
 */
export async function askErp(ctx: ErpContext, request: ErpRequest): Promise<ErpAnswer> {
  const answer = await requestJson(ctx.http, {
    url: urlOf(ctx, request),
    headers: { ...authOf(ctx), ...request.headers },
    ...(request.body ? { body: request.body } : {}),
    prefix: "erp",
    accept: [404, 409],
  });
  const { status, body } = answer;
  if (status === 404) return { verdict: "not-found", body };
  if (status === 409) return { verdict: "duplicate", body };
  return { verdict: ctx.config.envelope ? verdictOf(ctx.config.envelope, body) : "done", body };
}

/** An amount in yuan, whatever the ERP counts in. */
export const toYuan = (amount: number | null, { amountUnit }: ErpConfig): number | null =>
  amount === null ? null : amountUnit === "fen" ? amount / 100 : amount;

/** What all the plugin's calls share. */
export const erpLimits = {
  secrets: ["TOKEN"],
  hosts: ["*"], // The host is the operator's baseUrl; inputs only fill steps of its path.
  timeout: "PT10S",
  concurrency: 8,
} as const;

/** How its actions are tried again. */
export const erpRetry = { maxAttempts: 5, backoff: "exponential", initial: "PT1S", max: "PT5M" } as const;
