/** `/settings/{workspace,fields,categories,channels,shops}`: what the data looks like; each part is put whole. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Category, Channel, type Settings, Shop, TicketField, Workspace } from "@sluice/schemas";
import { type TSchema, Type } from "typebox";
import { actorOf } from "../../../access/principal.ts";
import { loadSetting, loadSettings, type SettingsPart } from "../../../database/repositories/settings.ts";
import { changeSetting } from "../../../house/save-setting.ts";
import { etagFor } from "../../../infra/etags.ts";

const list = (item: TSchema) => Type.Array(item, { maxItems: 5_000 });

const parts: Readonly<Record<SettingsPart, TSchema>> = {
  workspace: Workspace,
  fields: list(TicketField),
  categories: list(Category),
  channels: list(Channel),
  shops: list(Shop),
};

const tags = ["settings"];

export const settingsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app;
  const { reader } = context.database;
  const read = { config: { roles: ["viewer"] as const }, schema: { tags } };

  app.get("/settings", read, async () => loadSettings(reader));
  for (const [name, body] of Object.entries(parts)) {
    const part = name as SettingsPart;
    app.get(`/settings/${part}`, read, async (_, reply) => {
      const value = await loadSetting(reader, part);
      return reply.header("etag", etagFor(value)).send(value);
    });
    app.put(
      `/settings/${part}`,
      { config: { roles: ["publisher"] as const }, schema: { tags, body } },
      async (request, reply) => {
        const value = request.body as Settings[typeof part];
        const by = { actor: actorOf(request.principal), ifMatch: request.headers["if-match"] };
        await changeSetting(context, part, value, by);
        return reply.header("etag", etagFor(value)).send(value);
      },
    );
  }
};
