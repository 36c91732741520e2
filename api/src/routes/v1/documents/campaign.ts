/** `/documents/campaign/:key/start`, `/extend`, `/end`, `/cancel`: what is done to a campaign on the day; `/planned`: what starting it begins from. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Duration, Instant, Key, problem, strict } from "@sluice/schemas";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { actorOf } from "../../../access/principal.ts";
import { plannedBase } from "../../../campaigns/base.ts";
import {
  type ChangedCampaign,
  cancelCampaign,
  endCampaign,
  extendCampaign,
  startCampaign,
} from "../../../campaigns/change-campaign.ts";
import { requireDocument } from "../../../documents/drafts.ts";
import { AppError } from "../../../errors.ts";
import { optionalBody } from "../../../infra/bodies.ts";
import { instantMs, spanMs } from "../../../infra/moments.ts";
import { mayPublish, mayRead, tags } from "./params.ts";

const Params = Type.Object({ key: Key });
const StartBody = optionalBody(Type.Object({ for: Type.Optional(Duration) }, strict));
const ExtendBody = Type.Object({ until: Instant }, strict);
const NoBody = optionalBody(Type.Object({}, strict));

const path = "/documents/campaign/:key";
const schema = { tags, params: Params };

const requestOf = (request: FastifyRequest, key: string) => ({
  key,
  actor: actorOf(request.principal),
  ifMatch: request.headers["if-match"],
});

/** A length of nothing would begin and end a campaign at once. */
function lengthOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const length = spanMs(text, "/for");
  if (length > 0) return length;
  throw new AppError("request.invalid", { errors: [problem("/for", "schema.range", { limit: "> PT0S" })] });
}

export const campaignRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app;
  const { reader } = context.database;

  function told(changed: ChangedCampaign): ChangedCampaign {
    const { kind, key, revision } = changed;
    app.events.publish("documents", { kind, key, revision });
    return changed;
  }

  app.get(`${path}/planned`, { config: mayRead, schema }, async ({ params }) => {
    const { document } = await plannedBase(reader, await requireDocument(reader, "campaign", params.key));
    return document;
  });

  app.post(
    `${path}/start`,
    { config: mayPublish, schema: { ...schema, body: StartBody } },
    async (request) => {
      const { params, body } = request;
      return told(await startCampaign(context, requestOf(request, params.key), lengthOf(body?.for)));
    },
  );

  app.post(
    `${path}/extend`,
    { config: mayPublish, schema: { ...schema, body: ExtendBody } },
    async (request) => {
      const { params, body } = request;
      const until = instantMs(body.until, "/until");
      return told(await extendCampaign(context, requestOf(request, params.key), until));
    },
  );

  app.post(`${path}/end`, { config: mayPublish, schema: { ...schema, body: NoBody } }, async (request) =>
    told(await endCampaign(context, requestOf(request, request.params.key))),
  );

  app.post(`${path}/cancel`, { config: mayPublish, schema: { ...schema, body: NoBody } }, async (request) => {
    const { key } = request.params;
    await cancelCampaign(context, requestOf(request, key));
    app.events.publish("documents", { kind: "campaign", key, revision: null });
    return { kind: "campaign", key, revision: null };
  });
};
