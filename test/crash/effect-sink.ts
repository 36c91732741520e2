/**
 * A service with effects that must not happen twice: it honours the idempotency key, counts what each key did, and
 * is as unreliable as a real one: answers get lost after the effect, some tries fail before it, some take long.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Random } from "./random.ts";

/** What one idempotency key did. */
export interface Effect {
  readonly key: string;
  /** How often a request with this key came in. */
  deliveries: number;
  /** How often it took effect; anything but 1 is a fault of the sink itself. */
  effects: number;
  /** The body of the first delivery: `{about, node}`. */
  readonly body: string;
}

export interface EffectSink {
  readonly origin: string;
  readonly effects: ReadonlyMap<string, Effect>;
  /** Requests that came without a key. */
  readonly unkeyed: number;
  close(): Promise<void>;
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

/** Starts one on a free port of this machine. `/effect` takes effect, everything else answers 422. */
export async function startEffectSink(random: Random): Promise<EffectSink> {
  const effects = new Map<string, Effect>();
  let unkeyed = 0;

  function takeEffect(key: string, body: string): void {
    const known = effects.get(key) ?? { key, deliveries: 0, effects: 0, body };
    known.deliveries += 1;
    if (known.effects === 0) known.effects += 1;
    effects.set(key, known);
  }

  /** Taken effect already; now the answer is lost, late, or simply given. */
  function answer(response: ServerResponse): void {
    const luck = random.next();
    if (luck < 0.1) response.destroy();
    else setTimeout(() => reply(response, 200, { ok: true }), luck < 0.2 ? random.between(50, 400) : 0);
  }

  function handle(request: IncomingMessage, response: ServerResponse, body: string): void {
    const key = request.headers["idempotency-key"];
    if (typeof key !== "string") {
      unkeyed += 1;
      reply(response, 400, { error: "no key" });
    } else if (request.url !== "/effect") reply(response, 422, { error: "refused" });
    else if (random.chance(0.08)) reply(response, 503, { error: "busy" });
    else {
      takeEffect(key, body);
      answer(response);
    }
  }

  const server = createServer((request, response) => {
    read(request).then(
      (body) => handle(request, response, body),
      // The caller was killed while it was still speaking.
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    effects,
    get unkeyed() {
      return unkeyed;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
