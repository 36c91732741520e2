/** `/documents/:kind/:key/publish` and `/rollback`. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { strict } from "@sluice/schemas";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { actorOf } from "../../../access/principal.ts";
import type { Published } from "../../../documents/publish.ts";
import { publishDraft, rollback } from "../../../documents/publish-draft.ts";
import { optionalBody } from "../../../infra/bodies.ts";
import { DocumentParams, mayPublish, tags } from "./params.ts";

const options = {
  comment: Type.Optional(Type.String({ maxLength: 2_000 })),
  apply: Type.Optional(Type.Union([Type.Literal("new"), Type.Literal("open")], { default: "new" })),
};

const PublishBody = optionalBody(Type.Object(options, strict));
const RollbackBody = Type.Object({ ...options, revision: Type.Integer({ minimum: 1 }) }, strict);

const schema = { tags, params: DocumentParams };

/** What the request says about the publishing, with its defaults. */
function orderOf(
  request: FastifyRequest,
  params: { readonly kind: string; readonly key: string },
  body: { readonly comment?: string; readonly apply?: "new" | "open" },
) {
  const { comment = "", apply = "new" } = body;
  return {
    ...params,
    comment,
    apply,
    actor: actorOf(request.principal),
    ifMatch: request.headers["if-match"],
  };
}

export const publishRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app;

  function told(published: Published): Published {
    if (published.changed) app.events.publish("documents", published);
    return published;
  }

  app.post(
    "/documents/:kind/:key/publish",
    { config: mayPublish, schema: { ...schema, body: PublishBody } },
    async (request) =>
      told(await publishDraft(context, orderOf(request, request.params, request.body ?? {}))),
  );

  app.post(
    "/documents/:kind/:key/rollback",
    { config: mayPublish, schema: { ...schema, body: RollbackBody } },
    async (request) => {
      const order = orderOf(request, request.params, request.body);
      return told(await rollback(context, { ...order, revision: request.body.revision }));
    },
  );
};
