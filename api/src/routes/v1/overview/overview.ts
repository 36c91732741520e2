/** `/overview`: the live counts behind the picture of the whole journey. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { readOverview } from "../../../overview/overview.ts";
import type { Runtime } from "../../../runtime/runtime.ts";

export const overviewRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get("/overview", { config: { roles: ["viewer"] }, schema: { tags: ["overview"] } }, async () =>
      readOverview(app.context.database.reader, runtime),
    );
  };
