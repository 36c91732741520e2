/**
 * Requests that a browser was tricked into: a changing request that carries a cookie must come from our own pages.
 * Browsers state where a changing request comes from (`Origin`, `Sec-Fetch-Site`); other clients carry no cookie
 * they did not mean to send. The cookie is SameSite=Lax besides.
 */
import type { FastifyRequest } from "fastify";
import { sessionCookie } from "../access/session-cookie.ts";
import { AppError } from "../errors.ts";

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** Sign-in counts as well: being signed in as somebody else is an attack too. */
const matters = (request: FastifyRequest): boolean =>
  !harmless.has(request.method) &&
  request.headers.authorization === undefined &&
  (request.cookies[sessionCookie] !== undefined || request.url.startsWith("/api/v1/auth/"));

/** Throws `auth.cross-site`. */
export function refuseCrossSite(request: FastifyRequest): void {
  if (!matters(request)) return;
  const { origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  const foreign =
    origin !== undefined
      ? hostOf(origin) !== request.host
      : site !== undefined && site !== "same-origin" && site !== "none";
  if (foreign) throw new AppError("auth.cross-site");
}
