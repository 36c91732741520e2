/** `POST /simulate`: what would happen to a ticket, with drafts in the place of what is live. Nothing is stored. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Runtime } from "../../../runtime/runtime.ts";
import { runSimulation, Simulation } from "../../../tickets/run-simulation.ts";
import { documentDepth } from "../documents/params.ts";

export const simulateRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { reader } = app.context.database;
    app.post(
      "/simulate",
      {
        config: { roles: ["viewer"], maxJsonDepth: documentDepth },
        schema: { tags: ["preview"], body: Simulation },
      },
      ({ body }) => runSimulation(runtime, reader, body),
    );
  };
