/** `/api-keys`: keys for programs. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Instant, strict } from "@sluice/schemas";
import { Type } from "typebox";
import { addApiKey, dropApiKey, toPublicKey } from "../../../access/api-keys.ts";
import { actorOf } from "../../../access/principal.ts";
import { scopePattern } from "../../../access/scopes.ts";
import { listApiKeys } from "../../../database/repositories/api-keys.ts";
import { roles } from "../../../infra/roles.ts";

const NewKey = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    role: Type.Union(roles.map((role) => Type.Literal(role))),
    scopes: Type.Optional(Type.Array(Type.String({ pattern: scopePattern }), { maxItems: 50 })),
    expiresAt: Type.Optional(Type.Union([Instant, Type.Null()])),
  },
  strict,
);

const config = { roles: ["admin"] } as const;
const tags = ["administration"];

export const apiKeysRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app;

  app.get("/api-keys", { config, schema: { tags } }, async () => {
    const rows = await listApiKeys(context.database.reader);
    return { items: rows.map(toPublicKey), nextCursor: null };
  });

  app.post("/api-keys", { config, schema: { tags, body: NewKey } }, async (request, reply) => {
    const made = await addApiKey(context, request.body, actorOf(request.principal));
    return reply.code(201).header("cache-control", "no-store").send(made);
  });

  app.delete(
    "/api-keys/:id",
    { config, schema: { tags, params: Type.Object({ id: Type.String() }) } },
    async (request, reply) => {
      await dropApiKey(context, request.params.id, actorOf(request.principal));
      return reply.code(204).send();
    },
  );
};
