/** `/routing/load`: queues, eligible agents and load, policy by policy and step by step. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { strict } from "@sluice/schemas";
import { Type } from "typebox";
import { routingLoad } from "../../../overview/routing-now.ts";
import type { Runtime } from "../../../runtime/runtime.ts";

/** How many members of each group are listed; the figures are of all. */
const Query = Type.Object(
  { limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, default: 200 })) },
  strict,
);

export const routingRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      "/routing/load",
      { config: { roles: ["viewer"] }, schema: { tags: ["routing"], querystring: Query } },
      async ({ query }) => routingLoad(runtime, query.limit ?? 200),
    );
  };
