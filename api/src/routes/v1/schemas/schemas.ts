/** `/schemas/:kind`: the JSON Schema of a document kind. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { documentKinds, isDocumentKind } from "@sluice/schemas";
import { Type } from "typebox";
import { publishedSchema } from "../../../documents/published-schema.ts";
import { AppError } from "../../../errors.ts";

const config = { roles: ["viewer"] } as const;
const tags = ["documents"];

export const schemasRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get("/schemas", { config, schema: { tags } }, async () => ({ items: documentKinds, nextCursor: null }));

  app.get(
    "/schemas/:kind",
    { config, schema: { tags, params: Type.Object({ kind: Type.String() }) } },
    async ({ params }) => {
      if (isDocumentKind(params.kind)) return publishedSchema(params.kind);
      throw new AppError("resource.not-found", { values: { what: `document kind ${params.kind}` } });
    },
  );
};
