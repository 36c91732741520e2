/** `/audit`: who changed what, newest first. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { toIso } from "../../../clock.ts";
import type { AuditRow } from "../../../database/entities/house.ts";
import { listAudit } from "../../../database/repositories/audit.ts";
import { toPage } from "../../../database/repositories/page.ts";
import { Paging, pageOf } from "../listing.ts";

const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

const toEntry = (row: AuditRow) => ({
  id: row.id,
  at: toIso(row.at),
  actor: row.actor,
  action: row.action,
  target: row.target,
  before: parsed(row.before),
  after: parsed(row.after),
});

const Query = Type.Object({
  ...Paging,
  target: Type.Optional(Type.String()),
  actor: Type.Optional(Type.String()),
});

export const auditRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const options = {
    config: { roles: ["admin"] as const },
    schema: { tags: ["administration"], querystring: Query },
  };
  app.get("/audit", options, async ({ query }) => {
    const { target, actor } = query;
    const filter = { ...pageOf(query), ...(target ? { target } : {}), ...(actor ? { actor } : {}) };
    const rows = await listAudit(app.context.database.reader, filter);
    return toPage(rows, query.limit, (row) => [row.id], toEntry);
  });
};
