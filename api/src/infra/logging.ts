/** The server's log: pino, JSON lines; passwords, keys and cookies never reach it. */
import type { FastifyRequest, FastifyServerOptions } from "fastify";

const secrets = [
  "req.headers.authorization",
  "req.headers.cookie",
  'res.headers["set-cookie"]',
  "*.password",
  "*.token",
  "*.key",
  "*.secret",
];

/** Query strings may hold tokens: only the path is logged. */
const requestLine = (request: FastifyRequest) => ({
  method: request.method,
  url: request.url.split("?", 1)[0] ?? "",
});

interface Loggable {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly stack?: unknown;
  readonly code?: unknown;
  readonly details?: unknown;
  readonly cause?: unknown;
}

/** What an error says, and nothing else that hangs on it: a failed statement carries its values, and those are customers' words and hashes of passwords. */
export function errorLine(error: unknown): unknown {
  if (typeof error !== "object" || error === null) return error;
  const { name, message, stack, code, details, cause } = error as Loggable;
  return {
    type: name,
    message,
    stack,
    code,
    details,
    cause: cause === undefined ? undefined : errorLine(cause),
  };
}

/** People read coloured lines, machines read JSON. */
const readable = {
  transport: { target: "pino-pretty", options: { translateTime: "SYS:HH:MM:ss", ignore: "pid,hostname" } },
};

/** Logger options of a level; `silent` turns it off. */
export const loggerOptions = (level: string): FastifyServerOptions["logger"] =>
  level === "silent"
    ? false
    : {
        level,
        redact: { paths: secrets, censor: "[secret]" },
        serializers: { req: requestLine, err: errorLine as never },
        ...(process.stdout.isTTY ? readable : {}),
      };
