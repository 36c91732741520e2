/** `/documents/:kind/:key/draft` and `/validate`: editing, with the draft's version as its ETag. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { asErrors, parseDocument } from "@sluice/schemas";
import { Type } from "typebox";
import { actorOf } from "../../../access/principal.ts";
import { findingsOf, parseNamed } from "../../../documents/check.ts";
import { etagOf, putDraft, requireDocument } from "../../../documents/drafts.ts";
import { liveDocuments } from "../../../documents/publish.ts";
import { AppError } from "../../../errors.ts";
import { DocumentParams, mayEdit, mayRead, tags } from "./params.ts";

const schema = { tags, params: DocumentParams };
const path = "/documents/:kind/:key";

export const draftRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app;
  const { reader } = context.database;

  async function draftOf(kind: string, key: string) {
    const row = await requireDocument(reader, kind, key);
    if (row.draft === null)
      throw new AppError("resource.not-found", { values: { what: `draft of ${kind} ${key}` } });
    return { etag: etagOf(row), document: JSON.parse(row.draft) as unknown };
  }

  app.get(`${path}/draft`, { config: mayRead, schema }, async ({ params }, reply) => {
    const { etag, document } = await draftOf(params.kind, params.key);
    reply.header("etag", etag);
    return document;
  });

  app.put(
    `${path}/draft`,
    { config: mayEdit, schema: { ...schema, body: Type.Unknown() } },
    async (request, reply) => {
      const { kind, key } = request.params;
      const document = parseNamed(request.body, kind, key);
      const actor = actorOf(request.principal);
      const options = { ifMatch: request.headers["if-match"], actor };
      const { row, created } = await putDraft(context, document, options);
      app.events.publish("drafts", { kind, key, version: row.draft_version, by: actor });
      return reply
        .code(created ? 201 : 200)
        .header("etag", etagOf(row))
        .send(document);
    },
  );

  /** Checks the body, or the stored draft when there is none; nothing is stored. */
  app.post(`${path}/validate`, { config: { ...mayEdit, roles: ["viewer"] }, schema }, async (request) => {
    const { kind, key } = request.params;
    const input = request.body ?? (await draftOf(kind, key)).document;
    const parsed = parseDocument(input);
    const findings = parsed.ok
      ? findingsOf(parsed.value, await liveDocuments(reader), context.runtime.checks)
      : asErrors(parsed.problems);
    const problems = findings
      .filter(({ severity }) => severity === "error")
      .map(({ path, code, message }) => ({ path, code, message }));
    return { valid: problems.length === 0, problems, findings };
  });
};
