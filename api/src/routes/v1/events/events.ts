/** `/events`: server-sent events. `topics=a,b` narrows them; `Last-Event-ID` is ignored, pages load afresh. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";

const Query = Type.Object({ topics: Type.Optional(Type.String({ maxLength: 500 })) });

export const eventsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const options = {
    config: { roles: ["viewer"] as const },
    schema: { tags: ["events"], querystring: Query },
  };
  app.get("/events", options, (request, reply) => {
    const topics = (request.query.topics ?? "").split(",").filter((topic) => topic !== "");
    app.events.subscribe(reply, topics);
  });
};
