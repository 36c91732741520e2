/** Who calls, and whether they may: checked before the body is read, on every route. */
import type { FastifyInstance, FastifyRequest, RouteOptions } from "fastify";
import fp from "fastify-plugin";
import { createAuthenticator } from "../access/authenticate.ts";
import { anonymous, type Principal } from "../access/principal.ts";
import { scopesAllow } from "../access/scopes.ts";
import { AppError } from "../errors.ts";
import { refuseCrossSite } from "./cross-site.ts";
import { fulfils } from "./roles.ts";

/** One route as it was registered. */
export interface RouteEntry {
  readonly method: string;
  /** With its parameters as `:name`. */
  readonly url: string;
  /** Who may call it; `public` for everybody. */
  readonly roles: unknown;
}

declare module "fastify" {
  interface FastifyRequest {
    /** Who is calling; the anonymous one on public routes. */
    principal: Principal;
  }
  interface FastifyInstance {
    /** Every route with what it declared, in the order of registration. */
    readonly routeTable: readonly RouteEntry[];
  }
}

/** A public route is limited by address; callers who are signed in are trusted not to flood. */
const publicLimit = { max: 600, timeWindow: "1 minute" };

/** Documentation pages come from a library that knows nothing of roles. */
const isDocs = (url: string): boolean => url === "/docs" || url.startsWith("/docs/");

function declareAccess(route: RouteOptions): void {
  const config = { ...route.config };
  if (isDocs(route.url)) config.roles ??= "public";
  if (config.roles === undefined)
    throw new TypeError(`Route ${String(route.method)} ${route.url} declares no roles`);
  if (config.roles === "public") config.rateLimit ??= isDocs(route.url) ? false : publicLimit;
  route.config = config;
}

function authorize(request: FastifyRequest): void {
  const needed = request.routeOptions.config.roles;
  if (needed === "public" || request.is404) return;
  const { principal } = request;
  if (principal.type === "anonymous" || needed === undefined) throw new AppError("auth.required");
  if (!fulfils(principal.role, needed))
    throw new AppError("auth.forbidden", { values: { roles: needed.join(" or ") } });
  if (!scopesAllow(principal.scopes, request.method, request.routeOptions.url ?? ""))
    throw new AppError("auth.scope", { values: { scopes: principal.scopes.join(", ") } });
}

function recordRoutes(app: FastifyInstance): void {
  const table: RouteEntry[] = [];
  app.decorate("routeTable", table);
  app.addHook("onRoute", (route) => {
    declareAccess(route);
    for (const method of [route.method].flat())
      table.push({ method, url: route.url, roles: route.config?.roles });
  });
}

export const accessPlugin = fp(
  async (app) => {
    recordRoutes(app);
    const authenticate = createAuthenticator(app.context);
    app.decorateRequest("principal");
    app.addHook("onRequest", async (request) => {
      request.principal = anonymous;
      refuseCrossSite(request);
      request.principal = await authenticate(request);
      authorize(request);
    });
  },
  { name: "access", dependencies: ["errors", "cookies"] },
);
