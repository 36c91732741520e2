/** `/secrets`: what plugins may use and nobody may read. Only names are ever answered. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { strict } from "@sluice/schemas";
import { Type } from "typebox";
import { actorOf } from "../../../access/principal.ts";
import { toIso } from "../../../clock.ts";
import type { Plugins } from "../../../plugins/start-plugins.ts";

const tags = ["administration"];
const config = { roles: ["admin"] as const };
const params = Type.Object({
  plugin: Type.String({ pattern: "^[a-z][a-z0-9-]{0,62}$" }),
  name: Type.String({ pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,99}$" }),
});
const Secret = Type.Object({ value: Type.String({ minLength: 1, maxLength: 32_768 }) }, strict);

export const secretsRoutes =
  ({ store, host }: Plugins): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get("/secrets", { config, schema: { tags } }, async () => {
      const stored = await store.listSecrets();
      return {
        items: stored.map((secret) => ({ ...secret, updatedAt: toIso(secret.updatedAt) })),
        nextCursor: null,
      };
    });

    app.put(
      "/secrets/:plugin/:name",
      { config, schema: { tags, params, body: Secret } },
      async ({ params: { plugin, name }, body, principal }, reply) => {
        await store.putSecret(plugin, name, body.value, actorOf(principal));
        host.refresh(plugin);
        return reply.code(204).send();
      },
    );

    app.delete(
      "/secrets/:plugin/:name",
      { config, schema: { tags, params } },
      async ({ params: { plugin, name }, principal }, reply) => {
        await store.dropSecret(plugin, name, actorOf(principal));
        host.refresh(plugin);
        return reply.code(204).send();
      },
    );
  };
