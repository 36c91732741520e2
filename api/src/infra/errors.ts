/** Every failure leaves as RFC 9457 problem+json; faults of ours never tell what is inside. */
import { EngineError } from "@sluice/engine";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import { toDatabaseError } from "../database/failure.ts";
import { AppError, type ErrorCode, type ErrorValues, isErrorCode } from "../errors.ts";

const problemType = "application/problem+json; charset=utf-8";

/** The framework's own refusals, in our words. */
const frameworkErrors: Readonly<Record<string, (error: FastifyError, request: FastifyRequest) => AppError>> =
  {
    FST_ERR_CTP_INVALID_MEDIA_TYPE: () => known("request.media-type", { expected: "application/json" }),
    FST_ERR_CTP_BODY_TOO_LARGE: (_, request) =>
      known("request.too-large", { limit: request.routeOptions.bodyLimit ?? 0 }),
    FST_ERR_CTP_INVALID_CONTENT_LENGTH: (error) => known("request.json", { reason: error.message }),
    FST_ERR_CTP_EMPTY_JSON_BODY: () => known("request.json", { reason: "It is empty." }),
    FST_ERR_BAD_URL: (_, request) => known("request.not-found", { route: request.url.slice(0, 200) }),
  };

const known = (code: ErrorCode, values: ErrorValues): AppError => new AppError(code, { values });

/** The engine's refusals keep their code; what it names further goes into `errors`. */
function fromEngine(error: EngineError, request: FastifyRequest): AppError {
  const { code, details, message } = error;
  if (!isErrorCode(code))
    return new AppError("server.unexpected", { values: { requestId: request.id }, cause: error });
  const reason = details.reason;
  const errors = typeof reason === "string" ? [{ path: "", code: reason, message }] : [];
  return new AppError(code, { detail: message, errors, cause: error });
}

/** Whatever was thrown, as an error of ours. */
export function toAppError(error: unknown, request: FastifyRequest): AppError {
  const mapped = toDatabaseError(error, "the database");
  if (mapped instanceof AppError) return mapped;
  if (error instanceof EngineError) return fromEngine(error, request);
  const framework = mapped as Partial<FastifyError>;
  const translate = framework.code === undefined ? undefined : frameworkErrors[framework.code];
  if (translate) return translate(framework as FastifyError, request);
  const status = framework.statusCode ?? 500;
  if (status >= 400 && status < 500)
    return new AppError("request.invalid", { detail: framework.message ?? "", cause: error });
  return new AppError("server.unexpected", { values: { requestId: request.id }, cause: error });
}

/** The answer's body. Details of operational faults name places on disk: they stay in the log. */
function toProblem(error: AppError, request: FastifyRequest): object {
  const inside = error.status >= 500 && error.code !== "server.unexpected";
  return {
    type: `urn:sluice:error:${error.code}`,
    title: error.title,
    status: error.status,
    code: error.code,
    detail: inside ? "Try again later; the operator finds the cause in the log." : error.detail,
    instance: request.id,
    errors: error.errors,
  };
}

function log(error: AppError, request: FastifyRequest): void {
  if (error.status < 500) request.log.info({ code: error.code }, error.title);
  else request.log.error({ code: error.code, err: error.cause ?? error }, error.message);
}

/** Sends `error` as problem+json. */
export function sendProblem(error: AppError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  log(error, request);
  const retryAfter = error.retryAfter ?? (error.status === 503 ? 5 : undefined);
  if (retryAfter !== undefined) reply.header("retry-after", String(Math.ceil(retryAfter)));
  if (error.status === 401) reply.header("www-authenticate", "Bearer");
  return reply
    .code(error.status)
    .header("content-type", problemType)
    .send(JSON.stringify(toProblem(error, request)));
}

interface KnownRoute {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
}

const toPattern = (url: string): RegExp =>
  new RegExp(
    `^${url
      .split("/")
      .map((part) => (part.startsWith(":") ? "[^/]+" : part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")))
      .join("/")}/?$`,
  );

/** Which methods an address answers, gathered while the routes are registered. */
function collectRoutes(app: FastifyInstance): Map<string, KnownRoute> {
  const routes = new Map<string, KnownRoute>();
  app.addHook("onRoute", (route) => {
    if (route.url.includes("*")) return;
    const entry = routes.get(route.url) ?? { pattern: toPattern(route.url), methods: new Set<string>() };
    for (const method of [route.method].flat()) entry.methods.add(method);
    routes.set(route.url, entry);
  });
  return routes;
}

export const errorsPlugin = fp(
  async (app) => {
    const routes = collectRoutes(app);
    app.setErrorHandler((error, request, reply) => sendProblem(toAppError(error, request), request, reply));
    app.decorate("answerNotFound", (request: FastifyRequest, reply: FastifyReply) => {
      const path = request.url.split("?", 1)[0] ?? "";
      const allowed = [...routes.values()].filter((route) => route.pattern.test(path));
      const methods = [...new Set(allowed.flatMap((route) => [...route.methods]))].sort().join(", ");
      if (methods === "") {
        const route = `${request.method} ${path.slice(0, 200)}`;
        return sendProblem(new AppError("request.not-found", { values: { route } }), request, reply);
      }
      reply.header("allow", methods);
      return sendProblem(new AppError("request.method", { values: { allowed: methods } }), request, reply);
    });
  },
  { name: "errors" },
);

declare module "fastify" {
  interface FastifyInstance {
    /** Answers 404, or 405 when the address exists for another method. */
    answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply;
  }
}
