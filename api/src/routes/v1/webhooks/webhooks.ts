/** `/webhooks`: what other systems call to start a workflow, and where its keys are shown. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Json } from "@sluice/schemas";
import { Type } from "typebox";
import { parseJson } from "../../../infra/parse-json.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { loadSecretKey } from "../../../secrets/secret-key.ts";
import { callWebhook, liveWebhooks, requireWebhook } from "../../../webhooks/call-webhook.ts";
import { requireProof, type WebhookProof, webhookKeys } from "../../../webhooks/signature.ts";

const tags = ["webhooks"];
const megabyte = 1_048_576;
const Params = Type.Object({ path: Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }) });
const Query = Type.Object({ token: Type.Optional(Type.String({ maxLength: 200 })) });

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const single = (headers: Headers, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};

function proofOf(headers: Headers, token: string | undefined): WebhookProof {
  return {
    timestamp: single(headers, "sluice-timestamp"),
    signature: single(headers, "sluice-signature"),
    token: single(headers, "sluice-token") ?? token,
  };
}

/** A key of the caller's, or else the signature: a signed call that is sent again is the same call. */
function identityOf(headers: Headers): string | undefined {
  const key = single(headers, "idempotency-key");
  if (key !== undefined && key !== "") return `key:${key}`;
  const signature = single(headers, "sluice-signature");
  return signature === undefined
    ? undefined
    : `signature:${single(headers, "sluice-timestamp")}:${signature}`;
}

const dataOf = (body: Buffer): Json =>
  body.length === 0 ? null : (parseJson(body.toString("utf8")) as Json);

export const webhooksRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { config, wall } = app.context;
    const key = await loadSecretKey(config);
    // Signatures are over the very bytes: nothing may parse them first.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));

    app.post(
      "/webhooks/:path",
      {
        bodyLimit: megabyte,
        config: { roles: "public", rateLimit: { max: 1_200, timeWindow: "1 minute" } },
        schema: { tags, params: Params, querystring: Query },
      },
      async ({ params, query, headers, body: sent }, reply) => {
        const body = Buffer.isBuffer(sent) ? sent : Buffer.alloc(0);
        // Proven before it is looked up: who has no key is not told which addresses there are.
        requireProof(webhookKeys(key, params.path), proofOf(headers, query.token), body, wall.now());
        const webhook = requireWebhook(runtime, params.path);
        const outcome = await callWebhook(runtime, webhook, dataOf(body), identityOf(headers));
        return reply.code(outcome.repeated ? 200 : 202).send(outcome);
      },
    );

    app.get("/webhooks", { config: { roles: ["publisher"] }, schema: { tags } }, async () => ({
      items: liveWebhooks(runtime).map((webhook) => ({
        ...webhook,
        url: `/api/v1/webhooks/${webhook.path}`,
        ...webhookKeys(key, webhook.path),
      })),
      nextCursor: null,
    }));
  };
