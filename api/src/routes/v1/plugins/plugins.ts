/** `/plugins`: what is loaded, what each offers, how it fares, and what operators set for it. */
import { isDeepStrictEqual } from "node:util";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { type Problem, strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import { actorOf } from "../../../access/principal.ts";
import { toIso } from "../../../clock.ts";
import { AppError } from "../../../errors.ts";
import type { PluginProblem } from "../../../plugin-host/channel-listeners.ts";
import type { Plugins } from "../../../plugins/start-plugins.ts";

const tags = ["administration"];
const params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 63 }) });
const Settings = Type.Object(
  {
    enabled: Type.Boolean(),
    /** Given to the plugin's code as `ctx.config`. */
    config: Type.Record(Type.String({ maxLength: 100 }), Type.Unknown()),
  },
  strict,
);

const toProblem = ({ since, nextTryAt, ...problem }: PluginProblem) => ({
  ...problem,
  ...(since === undefined ? {} : { since: toIso(since) }),
  ...(nextTryAt === undefined ? {} : { nextTryAt: toIso(nextTryAt) }),
});

export const pluginsRoutes =
  ({ host, store, hooks }: Plugins): FastifyPluginAsyncTypebox =>
  async (app) => {
    async function all() {
      const secrets = await store.listSecrets();
      const manifests = new Map(host.manifests().map((manifest) => [manifest.id, manifest]));
      return host.stats().map(({ plugin, actions: figures, problem, ...stats }) => {
        const manifest = plugin === null ? undefined : manifests.get(plugin);
        const { calls, ...offered } = manifest ?? { calls: [] };
        const id = plugin ?? stats.specifier;
        return {
          ...offered,
          ...stats,
          problem: problem && toProblem(problem),
          figures,
          id,
          enabled: plugin !== null && host.isOn(plugin),
          settings: host.settingsOf(id),
          secrets: [...new Set([...(manifest?.actions ?? []), ...calls].flatMap((one) => one.secrets))],
          storedSecrets: secrets.filter((secret) => secret.plugin === id).map(({ name }) => name),
        };
      });
    }

    async function one(id: string) {
      const found = (await all()).find((plugin) => plugin.id === id);
      if (!found) throw new AppError("resource.not-found", { values: { what: `plugin ${id}` } });
      return found;
    }

    /** One that is only switched off keeps whatever it has. */
    async function refuseUnfit(id: string, { enabled, config }: Static<typeof Settings>): Promise<void> {
      if (!enabled && isDeepStrictEqual(config, host.settingsOf(id).config)) return;
      const checked = await host.checkConfig(id, config);
      if (checked === null) return;
      if (!checked.ok) throw new AppError("plugin.unavailable", { values: { reason: checked.message } });
      const { problems } = checked.output as unknown as { readonly problems: readonly Problem[] };
      const errors = problems.map((problem) => ({ ...problem, path: `/config${problem.path}` }));
      if (errors.length > 0) throw new AppError("plugin.config-invalid", { errors });
    }

    const read = { config: { roles: ["viewer"] as const }, schema: { tags } };
    const change = { roles: ["admin"] as const };

    app.get("/plugins", read, async () => ({ items: await all(), nextCursor: null }));
    app.get("/plugins/:id", { ...read, schema: { tags, params } }, (request) => one(request.params.id));

    app.put(
      "/plugins/:id",
      { config: change, schema: { tags, params, body: Settings } },
      async ({ params: { id }, body, principal }) => {
        await one(id);
        await refuseUnfit(id, body);
        await store.putSettings(id, body, actorOf(principal));
        host.refresh(id);
        hooks.onChanged();
        return one(id);
      },
    );

    app.post("/plugins/:id/restart", { config: change, schema: { tags, params } }, async (request) => {
      const { id } = request.params;
      await one(id);
      host.restart(id);
      return one(id);
    });
  };
