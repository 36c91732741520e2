/** `/catalog`: everything that can be drawn, with this house's own fields, channels and actions. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { catalog } from "@sluice/engine";
import type { Runtime } from "../../../runtime/runtime.ts";

export const catalogRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get("/catalog", { config: { roles: ["viewer"] }, schema: { tags: ["documents"] } }, async () =>
      catalog({
        settings: runtime.definitions.current.settings,
        actions: runtime.actions,
        pluginFacts: runtime.factDefinitions,
        strategies: runtime.strategies,
      }),
    );
  };
