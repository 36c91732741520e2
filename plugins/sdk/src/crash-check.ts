/**
 * What a crash between an effect and its commit does: the same try runs again with the same key. Played by running a
 * sample twice; the service must be able to tell that the second is the first.
 */
import { type ActionResult, toFailure } from "./run-action.ts";

/** Methods that change nothing or whose repetition changes nothing. Source: RFC 9110, 9.2.2. */
const repeatable = new Set(["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"]);

/** One request as text, for finding the key in it. */
async function toText(url: string | URL | Request, init: RequestInit | undefined): Promise<string> {
  const request = new Request(url, init);
  const headers = [...request.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  return `${request.method} ${decodeURIComponent(request.url)}\n${headers}\n${await request.clone().text()}`;
}

/** A network that lets everything through and notes the requests that could have an effect. */
export function watchEffects(network: typeof fetch) {
  const effects: string[] = [];
  const watched: typeof fetch = async (url, init) => {
    const method = (init?.method ?? "GET").toUpperCase();
    if (!repeatable.has(method)) effects.push(await toText(url, init));
    return network(url, init);
  };
  return { effects, network: watched };
}

/** What the harness runs twice. */
export interface CrashCheck {
  readonly key: string;
  readonly network: typeof fetch;
  /** Effects that the stand-in has counted, where it counts them. */
  readonly effects: (() => number) | undefined;
  run(network: typeof fetch): Promise<ActionResult>;
}

/** What is wrong, or `null`. With a counting stand-in its count decides, without one the key in every request. */
export async function crashFault({ key, network, effects, run }: CrashCheck): Promise<string | null> {
  const watched = watchEffects(network);
  try {
    await run(watched.network);
    const once = effects?.();
    await run(watched.network);
    if (once !== undefined) {
      const twice = effects?.() ?? 0;
      return twice === once ? null : `the second run of the same try had ${twice - once} further effects`;
    }
  } catch (error) {
    return toFailure(error, 0).message;
  }
  const without = watched.effects.filter((text) => !text.includes(key));
  if (without.length === 0) return null;
  return `${without.length} of ${watched.effects.length} requests carry no idempotencyKey: pass ctx.idempotencyKey on, or declare what repeating does in \`idempotency\``;
}
