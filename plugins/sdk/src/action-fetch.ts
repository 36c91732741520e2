/**
 * The `fetch` that actions get: it calls declared hosts only, also across redirects.
 * A declaration that can be reviewed, not a jail: code that opens its own sockets is not held by it.
 */
import type { ActionFetch } from "./context.ts";
import { ActionError } from "./errors.ts";
import { isHostDeclared } from "./host-pattern.ts";

const maxRedirects = 5;
const keptAcrossOrigins = new Set(["accept", "accept-language", "content-type", "user-agent"]);

function assertDeclared(url: URL, hosts: readonly string[]): void {
  if (isHostDeclared(url, hosts)) return;
  throw new ActionError({
    code: "http.host-undeclared",
    message: `The action does not declare the host ${url.host}`,
    retryable: false,
    details: { host: url.host, declared: hosts },
  });
}

async function fetchOnce(fetcher: typeof fetch, url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetcher(url, { ...init, redirect: "manual" });
  } catch (cause) {
    if (init.signal?.aborted) throw init.signal.reason;
    const reason = cause instanceof Error ? String((cause.cause as Error | undefined)?.message ?? cause) : "";
    const message = `No answer from ${url.host}: ${reason}`;
    throw new ActionError({ code: "http.network", message, retryable: true, cause });
  }
}

/** The next request of a redirect: 303, and 301/302 after a POST, become GET; credentials stay at home. */
function redirected(from: URL, to: URL, status: number, init: RequestInit): RequestInit {
  const method = (init.method ?? "GET").toUpperCase();
  const asGet = status === 303 ? method !== "HEAD" : status < 303 && method === "POST";
  const headers = new Headers(init.headers);
  if (to.origin !== from.origin)
    for (const name of [...headers.keys()]) if (!keptAcrossOrigins.has(name)) headers.delete(name);
  if (!asGet) return { ...init, headers };
  headers.delete("content-type");
  const { body, ...rest } = init;
  return { ...rest, method: "GET", headers };
}

/** Wires a `fetch` limited to `hosts`; `signal` ends every request with the job. */
export function createActionFetch(
  hosts: readonly string[],
  signal: AbortSignal,
  fetcher: typeof fetch = fetch,
): ActionFetch {
  return async (target, options = {}) => {
    let url = new URL(target);
    let init: RequestInit = {
      ...options,
      signal: options.signal ? AbortSignal.any([options.signal, signal]) : signal,
    };
    for (let hop = 0; hop <= maxRedirects; hop += 1) {
      assertDeclared(url, hosts);
      const response = await fetchOnce(fetcher, url, init);
      const location = response.headers.get("location");
      if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
      await response.body?.cancel();
      const next = new URL(location, url);
      init = redirected(url, next, response.status, init);
      url = next;
    }
    throw new ActionError({
      code: "http.redirects",
      message: `More than ${maxRedirects} redirects`,
      retryable: false,
    });
  };
}
