/** From a request's cookie or bearer token to its principal. */
import type { FastifyRequest } from "fastify";
import type { AppContext } from "../context.ts";
import { findApiKeyByHash, touchApiKey } from "../database/repositories/api-keys.ts";
import { findSessionUser } from "../database/repositories/sessions.ts";
import { AppError } from "../errors.ts";
import { isRole } from "../infra/roles.ts";
import { sameSecret, sha256 } from "./hashes.ts";
import { anonymous, type Principal } from "./principal.ts";
import { sessionCookie } from "./session-cookie.ts";

const bootstrap: Principal = {
  type: "bootstrap",
  id: "bootstrap",
  name: "bootstrap",
  role: "admin",
  agentId: null,
  scopes: [],
  session: null,
};

/** How often the time of a key's last use is written down. */
const touchEveryMs = 60_000;

async function byKey(context: AppContext, token: string): Promise<Principal> {
  if (context.config.bootstrapKey !== undefined && sameSecret(token, context.config.bootstrapKey))
    return bootstrap;
  const now = context.wall.now();
  const key = await findApiKeyByHash(context.database.reader, sha256(token));
  const usable =
    key !== null && key.revoked_at === null && (key.expires_at ?? Number.POSITIVE_INFINITY) > now;
  if (!usable || !isRole(key.role))
    throw new AppError("auth.required", { detail: "The API key is not valid." });
  if (now - (key.last_used_at ?? 0) > touchEveryMs)
    await context.database.writer.run((transaction) => touchApiKey(transaction, key.id, now));
  const scopes = JSON.parse(key.scopes) as string[];
  return { type: "key", id: key.id, name: key.name, role: key.role, agentId: null, scopes, session: null };
}

async function bySession(context: AppContext, token: string): Promise<Principal> {
  const session = sha256(token);
  const user = await findSessionUser(context.database.reader, session, context.wall.now());
  if (user === null || !isRole(user.role)) return anonymous;
  const { id, name, role, agent_id: agentId } = user;
  return { type: "user", id, name, role, agentId, scopes: [], session };
}

/** Creates the lookup. A wrong bearer token throws `auth.required`; a stale cookie is simply nobody. */
export function createAuthenticator(context: AppContext): (request: FastifyRequest) => Promise<Principal> {
  return async (request) => {
    const header = request.headers.authorization;
    const bearer = header === undefined ? undefined : /^bearer\s+(\S+)\s*$/i.exec(header)?.[1];
    if (bearer !== undefined) return byKey(context, bearer);
    if (header !== undefined) throw new AppError("auth.required");
    const token = request.cookies[sessionCookie];
    return token === undefined ? anonymous : bySession(context, token);
  };
}
