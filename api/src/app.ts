/**
 * The HTTP application, composed: nothing here decides anything.
 * `inject()` answers without a port; `listen` is the caller's. The caller also closes database and runtime.
 */
import { fileURLToPath } from "node:url";
import type { FastifyPluginAsyncTypebox, TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import Fastify, { type FastifyInstance, LogController } from "fastify";
import { type Clock, isManualClock, systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { AppContext } from "./context.ts";
import type { Database } from "./database/database.ts";
import { guardRuntime } from "./guard-runtime.ts";
import { newId } from "./ids.ts";
import { accessPlugin } from "./infra/access.ts";
import { bodiesPlugin } from "./infra/bodies.ts";
import { cookiesPlugin } from "./infra/cookies.ts";
import { designerAppPlugin } from "./infra/designer-app.ts";
import { errorsPlugin, sendProblem, toAppError } from "./infra/errors.ts";
import { eventsPlugin } from "./infra/events.ts";
import { figuresPlugin } from "./infra/figures.ts";
import { healthPlugin } from "./infra/health.ts";
import { idempotencyPlugin } from "./infra/idempotency.ts";
import { loggerOptions } from "./infra/logging.ts";
import { metricsPlugin } from "./infra/metrics.ts";
import { openapiPlugin } from "./infra/openapi.ts";
import { rateLimitsPlugin } from "./infra/rate-limits.ts";
import { securityHeadersPlugin } from "./infra/security-headers.ts";
import { allRoutes } from "./routes/v1/all-routes.ts";
import type { RuntimePort } from "./runtime-port.ts";

export interface AppOptions {
  readonly config: Config;
  readonly database: Database;
  readonly runtime: RuntimePort;
  /** The time that tickets live in; the machine's by default. */
  readonly clock?: Clock;
  /** The machine's time; tests may replace it. */
  readonly wall?: Clock;
  /** Further resources below `/api/v1`: tickets, pools, simulate, plugins, … */
  readonly routes?: readonly FastifyPluginAsyncTypebox[];
  /** The designer's build; by default the workspace's. */
  readonly designerFolder?: string;
}

export type App = FastifyInstance;

const builtDesigner = fileURLToPath(new URL("../../designer/dist/app", import.meta.url));

const megabyte = 1_048_576;

const createServer = (config: Config) =>
  Fastify({
    logger: loggerOptions(config.logLevel) ?? false,
    // Two lines a request drown what matters: refusals and faults are logged where they are answered.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    requestIdHeader: false,
    // A proxy on this machine may say whom it speaks for; anybody else's word on that is not taken.
    trustProxy: "loopback",
    bodyLimit: megabyte,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    forceCloseConnections: "idle",
    frameworkErrors: (error, request, reply) => {
      sendProblem(toAppError(error, request), request, reply as never);
    },
  }).withTypeProvider<TypeBoxTypeProvider>();

/** How long requests that are under way may take when the server stops, ms. */
const closingGraceMs = 10_000;

/** A connection that was opened ahead and never used counts as busy: it must not hold up the end for minutes. */
function endConnections({ server }: FastifyInstance): void {
  const force = setTimeout(() => server.closeAllConnections(), closingGraceMs);
  force.unref();
  server.once("close", () => clearTimeout(force));
}

/** In the order in which requests pass through them. */
async function registerInfra(app: FastifyInstance, designerFolder: string): Promise<void> {
  await app.register(errorsPlugin);
  await app.register(bodiesPlugin);
  await app.register(securityHeadersPlugin);
  await app.register(cookiesPlugin);
  await app.register(accessPlugin);
  await app.register(rateLimitsPlugin);
  await app.register(idempotencyPlugin);
  await app.register(eventsPlugin);
  await app.register(metricsPlugin);
  await app.register(figuresPlugin);
  await app.register(healthPlugin);
  await app.register(openapiPlugin);
  await app.register(designerAppPlugin, { folder: designerFolder });
}

/** Creates the application, ready to `inject` or `listen`. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, database, clock = systemClock, wall = systemClock, routes = [] } = options;
  const app = createServer(config);
  const context: AppContext = {
    config,
    database,
    clock,
    wall,
    runtime: guardRuntime(options.runtime, app.log),
  };
  app.decorate("context", context);
  app.addHook("onSend", async (request, reply) => {
    reply.header("x-request-id", request.id);
    // Pages read the server's time from here: in a sandbox it is the moved one.
    if (isManualClock(clock)) reply.header("date", new Date(clock.now()).toUTCString());
  });
  app.addHook("preClose", async () => endConnections(app));
  await registerInfra(app, options.designerFolder ?? builtDesigner);
  for (const resource of [...allRoutes, ...routes]) await app.register(resource, { prefix: "/api/v1" });
  await app.ready();
  return app;
}
