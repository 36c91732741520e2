/** `POST /channels/:channel/inbound`: where channels deliver; open to the outside, proven by the channel's signature. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { InboundRequest } from "@sluice/plugin-sdk";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { ChannelInbound } from "../../../channels/inbound.ts";

const megabyte = 1_048_576;

/** A body that is no UTF-8 keeps its bytes as Latin-1 characters. */
function bodyOf(bytes: Buffer): Pick<InboundRequest, "body" | "encoding"> {
  const text = bytes.toString("utf8");
  return Buffer.from(text, "utf8").equals(bytes)
    ? { body: text, encoding: "utf8" }
    : { body: bytes.toString("latin1"), encoding: "latin1" };
}

const flat = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : String(value),
    ]),
  );

function toInbound(request: FastifyRequest, receivedAt: number): InboundRequest {
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  return {
    method: request.method,
    headers: flat(request.headers),
    query: flat(request.query as Record<string, unknown>),
    ...bodyOf(bytes),
    receivedAt,
  };
}

export const channelsRoutes =
  (inbound: ChannelInbound): FastifyPluginAsyncTypebox =>
  async (app) => {
    // Signatures are over the very bytes: nothing may parse them first.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));

    app.route({
      method: ["GET", "POST"],
      url: "/channels/:channel/inbound",
      bodyLimit: 10 * megabyte,
      config: { roles: "public", rateLimit: { max: 6_000, timeWindow: "1 minute" } },
      schema: { tags: ["channels"], params: Type.Object({ channel: Type.String({ maxLength: 63 }) }) },
      handler: async (request, reply) => {
        const { channel } = request.params as { channel: string };
        const now = app.context.wall.now();
        const answer = await inbound.receive(channel, toInbound(request, now));
        if (!answer) return reply.code(204).send();
        return reply
          .code(answer.status ?? 200)
          .header("content-type", answer.contentType ?? "text/plain; charset=utf-8")
          .send(answer.body);
      },
    });
  };
