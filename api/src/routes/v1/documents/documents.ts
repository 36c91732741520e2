/** `/documents`: the list, one document's standing, deleting and restoring. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { actorOf } from "../../../access/principal.ts";
import { toIso } from "../../../clock.ts";
import type { DocumentRow } from "../../../database/entities/documents.ts";
import { findRevision, listDocuments, liveRevisions } from "../../../database/repositories/documents.ts";
import { toPage } from "../../../database/repositories/page.ts";
import { identityOf } from "../../../documents/check.ts";
import { etagOf, requireDocument } from "../../../documents/drafts.ts";
import { removeDocument, restoreDocument } from "../../../documents/remove.ts";
import { Paging, pageOf } from "../listing.ts";
import { DocumentParams, Kind, mayPublish, mayRead, tags } from "./params.ts";

const Query = Type.Object({
  ...Paging,
  kind: Type.Optional(Kind),
  deleted: Type.Boolean({ default: false }),
});

/** `changed`: the draft says something else than what is live. */
const toSummary = (row: DocumentRow, live: string | null) => ({
  kind: row.kind,
  key: row.key,
  name: row.name,
  liveRevision: row.live_revision,
  changed: row.draft !== null && row.draft !== live,
  draftVersion: row.draft_version,
  draftBy: row.draft_by,
  draftAt: toIso(row.draft_at),
  deletedAt: toIso(row.deleted_at),
});

export const documentsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app;
  const { reader } = context.database;

  app.get("/documents", { config: mayRead, schema: { tags, querystring: Query } }, async ({ query }) => {
    const { kind, deleted } = query;
    const rows = await listDocuments(reader, { ...pageOf(query), deleted, ...(kind ? { kind } : {}) });
    const live = new Map((await liveRevisions(reader, kind)).map((row) => [identityOf(row), row.document]));
    const toItem = (row: DocumentRow) => toSummary(row, live.get(identityOf(row)) ?? null);
    return toPage(rows, query.limit, (row) => [row.kind, row.key], toItem);
  });

  const one = { tags, params: DocumentParams };
  app.get("/documents/:kind/:key", { config: mayRead, schema: one }, async ({ params }, reply) => {
    const { kind, key } = params;
    const row = await requireDocument(reader, kind, key);
    const live = row.live_revision === null ? null : await findRevision(reader, kind, key, row.live_revision);
    reply.header("etag", etagOf(row));
    const text = live?.document ?? null;
    return { ...toSummary(row, text), live: text === null ? null : (JSON.parse(text) as unknown) };
  });

  app.delete("/documents/:kind/:key", { config: mayPublish, schema: one }, async (request, reply) => {
    const { kind, key } = request.params;
    await removeDocument(context, kind, key, actorOf(request.principal));
    app.events.publish("documents", { kind, key, revision: null });
    return reply.code(204).send();
  });

  app.post("/documents/:kind/:key/restore", { config: mayPublish, schema: one }, async (request) => {
    const { kind, key } = request.params;
    await restoreDocument(context, kind, key, actorOf(request.principal));
    const row = await requireDocument(reader, kind, key);
    app.events.publish("documents", { kind, key, revision: row.live_revision });
    return toSummary(row, null);
  });
};
