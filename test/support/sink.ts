/** A small HTTP service that actions call: it answers as told and remembers what it was asked. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface SinkRequest {
  readonly path: string;
  readonly idempotencyKey: string | undefined;
  readonly body: string;
}

export interface SinkAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface Sink {
  readonly origin: string;
  readonly requests: readonly SinkRequest[];
  /** What it answers from now on, by path; anything else gets 404. */
  answer(path: string, answer: SinkAnswer): void;
  close(): Promise<void>;
}

/** Starts one on a free port of this machine. */
export async function startSink(): Promise<Sink> {
  const requests: SinkRequest[] = [];
  const answers = new Map<string, SinkAnswer>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = (request.url ?? "").split("?", 1)[0] ?? "";
    const key = request.headers["idempotency-key"];
    requests.push({
      path,
      idempotencyKey: Array.isArray(key) ? key[0] : key,
      body: Buffer.concat(chunks).toString("utf8"),
    });
    const { status, body } = answers.get(path) ?? { status: 404, body: { error: "unknown" } };
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer: (path, answer) => void answers.set(path, answer),
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}
