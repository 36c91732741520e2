/** `/public/announcements`: what customers are told now; open to everybody, also from the shop's own pages. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { activeAnnouncements } from "../../../documents/announcements.ts";

export const announcementsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const options = { config: { roles: "public" as const }, schema: { tags: ["public"] } };
  app.get("/public/announcements", options, async (_request, reply) => {
    const { clock, database } = app.context;
    reply.header("access-control-allow-origin", "*").header("cache-control", "public, max-age=15");
    return { items: await activeAnnouncements(database.reader, clock.now()), nextCursor: null };
  });
};
