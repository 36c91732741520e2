/** `/documents/import` and `/export`: bundles, as JSON `{"documents":[…]}` or one document a line (NDJSON). */
import type { Readable } from "node:stream";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { actorOf, type Principal } from "../../../access/principal.ts";
import { exportBundle } from "../../../documents/export-bundle.ts";
import { importBundle } from "../../../documents/import-bundle.ts";
import { AppError } from "../../../errors.ts";
import { readNdjson } from "../../../infra/ndjson.ts";
import { fulfils } from "../../../infra/roles.ts";
import { documentDepth, Kind, mayEdit, mayRead, tags } from "./params.ts";

const bodyLimit = 32 * 1024 * 1024;

const ImportQuery = Type.Object({
  publish: Type.Boolean({ default: false }),
  comment: Type.String({ maxLength: 2_000, default: "" }),
});

const ExportQuery = Type.Object({
  state: Type.Union([Type.Literal("current"), Type.Literal("live"), Type.Literal("draft")], {
    default: "current",
  }),
  kind: Type.Optional(Kind),
});

function requirePublisher(principal: Principal): void {
  if (principal.type === "anonymous" || !fulfils(principal.role, ["publisher"]))
    throw new AppError("auth.forbidden", { values: { roles: "publisher" } });
}

const isStream = (body: unknown): body is Readable => typeof (body as Readable | null)?.pipe === "function";

async function documentsOf(body: unknown): Promise<readonly unknown[]> {
  if (isStream(body)) return readNdjson(body, { bodyLimit, maxDepth: documentDepth });
  const { documents } = (body ?? {}) as { documents?: unknown };
  if (Array.isArray(documents)) return documents;
  const message = 'send {"documents":[…]}, or one document a line as application/x-ndjson';
  throw new AppError("request.invalid", {
    errors: [{ path: "/documents", code: "schema.required", message }],
  });
}

export const bundleRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app;

  app.post(
    "/documents/import",
    { config: mayEdit, bodyLimit, schema: { tags, querystring: ImportQuery } },
    async (request) => {
      const { publish, comment } = request.query;
      if (publish) requirePublisher(request.principal);
      const inputs = await documentsOf(request.body);
      const actor = actorOf(request.principal);
      const { documents, changes } = await importBundle(context, inputs, { publish, comment, actor });
      for (const { kind, key, revision } of changes) app.events.publish("documents", { kind, key, revision });
      return { documents };
    },
  );

  app.get(
    "/documents/export",
    { config: mayRead, schema: { tags, querystring: ExportQuery } },
    async (request, reply) => {
      const { state, kind } = request.query;
      const text = await exportBundle(context.database.reader, state, kind);
      reply.header("content-disposition", 'attachment; filename="sluice-documents.json"');
      return reply.type("application/json; charset=utf-8").send(text);
    },
  );
};
