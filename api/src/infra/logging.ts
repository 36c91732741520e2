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
        serializers: { req: requestLine },
        ...(process.stdout.isTTY ? readable : {}),
      };
