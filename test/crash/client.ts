/** Calls the server that is to be killed: an answer, or `null` when the connection broke before it came. */
import { adminKey } from "./server-process.ts";

export interface Answer {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
  readonly body: any;
}

export interface Client {
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer | null>;
  /** Lines of NDJSON in; the lines that came back before the end or the break. */
  batch(lines: readonly unknown[]): Promise<readonly Answer["body"][]>;
  /** Throws unless the answer is a success. */
  must(method: string, path: string, body?: unknown): Promise<unknown>;
  /** As somebody without a key of the house's, at an address of this server from its root. */
  outside(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer | null>;
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The whole lines of a stream, as far as it came. */
async function linesOf(response: Response): Promise<readonly string[]> {
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const chunk of response.body ?? [])
      text += decoder.decode(chunk as Uint8Array, { stream: true });
  } catch {
    // The server died in the middle of its answer; what came is what it acknowledged.
  }
  return text
    .slice(0, text.lastIndexOf("\n") + 1)
    .split("\n")
    .filter((line) => line !== "");
}

/** A client of the administrator's. */
export function createClient(origin: string): Client {
  const authorization = `Bearer ${adminKey}`;

  async function send(
    url: string,
    method: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer | null> {
    try {
      const response = await fetch(url, {
        method,
        headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, text, body: parse(text) };
    } catch {
      return null;
    }
  }

  const call: Client["call"] = (method, path, body, headers = {}) =>
    send(`${origin}/api/v1${path}`, method, body, { authorization, ...headers });

  return {
    call,
    async batch(lines) {
      try {
        const body = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
        const headers = { authorization, "content-type": "application/x-ndjson" };
        const response = await fetch(`${origin}/api/v1/tickets/batch`, { method: "POST", headers, body });
        return (await linesOf(response)).map(parse);
      } catch {
        return [];
      }
    },
    async must(method, path, body) {
      const answer = await call(method, path, body);
      if (answer === null || answer.status >= 400)
        throw new Error(`${method} ${path}: ${answer?.status ?? "no answer"} ${answer?.text ?? ""}`);
      return answer.body;
    },
    outside: (path, body, headers = {}) => send(`${origin}${path}`, "POST", body, headers),
  };
}
