/** The session cookie: unreadable by scripts, not sent along by other sites. */
import type { FastifyReply } from "fastify";

export const sessionCookie = "sluice_session";

/** A session ends a week after signing in. */
export const sessionMs = 7 * 24 * 3_600_000;

/** Sets the cookie; `Secure` when the request came over TLS. */
export const setSessionCookie = (reply: FastifyReply, token: string): FastifyReply =>
  reply.setCookie(sessionCookie, token, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: "auto",
    maxAge: sessionMs / 1000,
  });

export const clearSessionCookie = (reply: FastifyReply): FastifyReply =>
  reply.clearCookie(sessionCookie, { path: "/" });
