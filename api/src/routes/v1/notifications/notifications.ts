/** `/notifications`: what an agent was told. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { strict } from "@sluice/schemas";
import { Type } from "typebox";
import { toIso } from "../../../clock.ts";
import type { NotificationRow } from "../../../database/entities/notifications.ts";
import { AppError } from "../../../errors.ts";
import { fulfils } from "../../../infra/roles.ts";
import { requireAgentId } from "../tickets/params.ts";

const Query = Type.Object(
  {
    /** Another agent's, for leads. */
    agent: Type.Optional(Type.String({ minLength: 1, maxLength: 63 })),
    ticket: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  },
  strict,
);

const toView = (row: NotificationRow) => ({
  id: row.id,
  agent: row.agent_id,
  ticket: row.ticket_id,
  reason: row.reason,
  data: JSON.parse(row.data) as unknown,
  createdAt: toIso(Number(row.created_at)),
  readAt: toIso(row.read_at === null ? null : Number(row.read_at)),
});

export const notificationsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { reader } = app.context.database;
  app.get(
    "/notifications",
    { config: { roles: ["agent"] }, schema: { tags: ["people"], querystring: Query } },
    async (request) => {
      const { query, principal } = request;
      const isLead = principal.type !== "anonymous" && fulfils(principal.role, ["lead"]);
      const everybody = isLead && query.agent === undefined && query.ticket !== undefined;
      const agent = everybody ? null : requireAgentId(request, query.agent);
      const own = principal.type !== "anonymous" && principal.agentId === agent;
      if (!isLead && !own) throw new AppError("auth.forbidden", { values: { roles: "lead" } });
      const wanted = Object.entries({ agent_id: agent, ticket_id: query.ticket ?? null }).filter(
        ([, value]) => value !== null,
      );
      const rows = await reader.query<NotificationRow[]>(
        `SELECT * FROM notifications WHERE ${wanted.map(([column]) => `${column} = ?`).join(" AND ")} ORDER BY created_at DESC, id DESC LIMIT ?`,
        [...wanted.map(([, value]) => value), query.limit],
      );
      return { items: rows.map(toView), nextCursor: null };
    },
  );
};
