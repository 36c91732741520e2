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

/** A notification with what people call its ticket; `null` where the ticket is gone. */
interface NamedRow extends NotificationRow {
  readonly ticket_number: number | null;
  readonly ticket_subject: string | null;
}

const toView = (row: NamedRow) => ({
  id: row.id,
  agent: row.agent_id,
  ticket: row.ticket_id,
  ticketNumber: row.ticket_number === null ? null : Number(row.ticket_number),
  subject: row.ticket_subject,
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
      const rows = await reader.query<NamedRow[]>(
        `SELECT n.*, t.number AS ticket_number, t.subject AS ticket_subject FROM notifications n LEFT JOIN tickets t ON t.id = n.ticket_id WHERE ${wanted.map(([column]) => `n.${column} = ?`).join(" AND ")} ORDER BY n.created_at DESC, n.id DESC LIMIT ?`,
        [...wanted.map(([, value]) => value), query.limit],
      );
      return { items: rows.map(toView), nextCursor: null };
    },
  );
};
