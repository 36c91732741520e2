/** `/auth`: signing in and out with a password, and who one is. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { strict } from "@sluice/schemas";
import { Type } from "typebox";
import { changePassword } from "../../../access/change-password.ts";
import { passwordRule } from "../../../access/passwords.ts";
import type { Principal } from "../../../access/principal.ts";
import { clearSessionCookie, setSessionCookie } from "../../../access/session-cookie.ts";
import { signIn } from "../../../access/sign-in.ts";
import { createSignInThrottle } from "../../../access/sign-in-throttle.ts";
import { removeSession } from "../../../database/repositories/sessions.ts";
import { roles } from "../../../infra/roles.ts";

const Login = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
  },
  strict,
);

const Password = Type.Object({ current: Type.String({ maxLength: 200 }), next: passwordRule }, strict);

const toMe = (principal: Principal) => {
  if (principal.type === "anonymous") return { type: principal.type };
  const { type, id, name, role, agentId, scopes } = principal;
  return { type, id, name, role, agentId, scopes };
};

export const authRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app;
  const throttle = createSignInThrottle(context.wall);
  const open = { roles: "public", rateLimit: { max: 60, timeWindow: "1 minute" } } as const;

  app.post(
    "/auth/login",
    { config: open, schema: { body: Login, tags: ["auth"] } },
    async (request, reply) => {
      const { token, user } = await signIn(context, throttle, request.body, request.ip);
      setSessionCookie(reply, token);
      return user;
    },
  );

  app.post("/auth/logout", { config: open, schema: { tags: ["auth"] } }, async (request, reply) => {
    const { principal } = request;
    if (principal.type === "user" && principal.session !== null) {
      const { session } = principal;
      await context.database.writer.run((transaction) => removeSession(transaction, session));
    }
    return clearSessionCookie(reply).code(204).send();
  });

  app.get("/auth/me", { config: { roles }, schema: { tags: ["auth"] } }, async (request) =>
    toMe(request.principal),
  );

  app.put(
    "/auth/password",
    { config: { roles }, schema: { body: Password, tags: ["auth"] } },
    async (request, reply) => {
      await changePassword(context, throttle, request.principal, request.body, request.ip);
      return reply.code(204).send();
    },
  );
};
