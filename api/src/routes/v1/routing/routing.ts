/** `/routing/load`: queues, eligible agents and load, policy by policy and step by step. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { routingLoad } from "../../../overview/routing-now.ts";
import type { Runtime } from "../../../runtime/runtime.ts";

export const routingRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get("/routing/load", { config: { roles: ["viewer"] }, schema: { tags: ["routing"] } }, async () =>
      routingLoad(runtime),
    );
  };
