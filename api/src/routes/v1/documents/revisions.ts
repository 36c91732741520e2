/** `/documents/:kind/:key/revisions` and `/diff`: what was live, and what changed. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { diffJson } from "@sluice/schemas";
import { Type } from "typebox";
import { toIso } from "../../../clock.ts";
import type { DocumentRow, RevisionRow } from "../../../database/entities/documents.ts";
import { findRevision, listRevisions } from "../../../database/repositories/documents.ts";
import { toPage } from "../../../database/repositories/page.ts";
import { requireDocument } from "../../../documents/drafts.ts";
import { AppError } from "../../../errors.ts";
import { Paging, pageOf } from "../listing.ts";
import { DocumentParams, mayRead, tags } from "./params.ts";

const revisionNumber = Type.Integer({ minimum: 1 });
const RevisionParams = Type.Object({ ...DocumentParams.properties, revision: revisionNumber });
const side = (fallback: string) =>
  Type.String({ pattern: "^(?:live|draft|[1-9][0-9]{0,8})$", default: fallback });
const DiffQuery = Type.Object({ from: side("live"), to: side("draft") });

const toRevision = (row: RevisionRow, live: number | null) => ({
  kind: row.kind,
  key: row.key,
  revision: row.revision,
  live: row.revision === live,
  comment: row.comment,
  author: row.author,
  publishedAt: toIso(row.published_at),
  apply: row.apply,
  rollbackOf: row.rollback_of,
});

const path = "/documents/:kind/:key";

export const revisionsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { reader } = app.context.database;

  async function requireRevision(row: DocumentRow, revision: number): Promise<RevisionRow> {
    const found = await findRevision(reader, row.kind, row.key, revision);
    if (found) return found;
    throw new AppError("resource.not-found", { values: { what: `revision ${revision}` } });
  }

  /** The document that one side of a difference names; nothing is live before the first publish. */
  async function sideOf(row: DocumentRow, name: string): Promise<unknown> {
    if (name === "draft") return row.draft === null ? {} : JSON.parse(row.draft);
    if (name === "live" && row.live_revision === null) return {};
    const revision = name === "live" ? Number(row.live_revision) : Number(name);
    return JSON.parse((await requireRevision(row, revision)).document);
  }

  app.get(
    `${path}/revisions`,
    { config: mayRead, schema: { tags, params: DocumentParams, querystring: Type.Object(Paging) } },
    async ({ params, query }) => {
      const row = await requireDocument(reader, params.kind, params.key);
      const rows = await listRevisions(reader, row.kind, row.key, pageOf(query));
      return toPage(
        rows,
        query.limit,
        (item) => [item.revision],
        (item) => toRevision(item, row.live_revision),
      );
    },
  );

  app.get(
    `${path}/revisions/:revision`,
    { config: mayRead, schema: { tags, params: RevisionParams } },
    async ({ params }) => {
      const row = await requireDocument(reader, params.kind, params.key);
      const found = await requireRevision(row, params.revision);
      return { ...toRevision(found, row.live_revision), document: JSON.parse(found.document) as unknown };
    },
  );

  app.get(
    `${path}/diff`,
    { config: mayRead, schema: { tags, params: DocumentParams, querystring: DiffQuery } },
    async ({ params, query }) => {
      const row = await requireDocument(reader, params.kind, params.key);
      const [from, to] = [await sideOf(row, query.from), await sideOf(row, query.to)];
      return { from: query.from, to: query.to, changes: diffJson(from, to) };
    },
  );
};
