/** `/preview/routing`: a policy, live or being drawn, asked about one ticket. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Runtime } from "../../../runtime/runtime.ts";
import { previewRouting, RoutingPreview } from "../../../tickets/preview-routing.ts";

export const previewRoutingRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { reader } = app.context.database;
    app.post(
      "/preview/routing",
      { config: { roles: ["viewer"] }, schema: { tags: ["preview"], body: RoutingPreview } },
      async ({ body }) => previewRouting(runtime, reader, body),
    );
  };
