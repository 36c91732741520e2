/** `/agents`: the people who work on tickets, with their presence and load. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Agent, Presence, strict } from "@sluice/schemas";
import { Type } from "typebox";
import { actorOf, type Principal } from "../../../access/principal.ts";
import { toIso } from "../../../clock.ts";
import type { AgentLoadRow } from "../../../database/entities/routing.ts";
import { findPerson, listAgentLoads, listPeople } from "../../../database/repositories/people.ts";
import { AppError } from "../../../errors.ts";
import { etagFor } from "../../../infra/etags.ts";
import { fulfils } from "../../../infra/roles.ts";
import { dropPerson, savePerson } from "../../../people/change-people.ts";
import { requireSameKey } from "../people-routes.ts";

const read = { roles: ["viewer"] } as const;
const write = { roles: ["lead"] } as const;
const tags = ["people"];
const Params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 63 }) });
const PresenceBody = Type.Object({ presence: Presence }, strict);

const toStanding = (load: AgentLoadRow | undefined) => ({
  presence: load?.presence ?? "offline",
  presenceSince: toIso(load?.presence_since ?? null),
  load: (load ? JSON.parse(load.counts) : {}) as unknown,
});

/** Agents set their own presence; a lead sets anybody's. */
function requireOwn(principal: Principal, agent: string): void {
  if (principal.type === "anonymous") throw new AppError("auth.required");
  if (!fulfils(principal.role, ["lead"]) && principal.agentId !== agent)
    throw new AppError("auth.forbidden", { detail: "Only a lead changes somebody else's presence." });
}

export const agentsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app;
  const { reader } = context.database;

  async function requireAgent(id: string) {
    const found = await findPerson(reader, "agents", id);
    if (found) return found;
    throw new AppError("resource.not-found", { values: { what: `agent ${id}` } });
  }

  async function standings() {
    return new Map((await listAgentLoads(reader)).map((row) => [row.agent_id, row]));
  }

  app.get("/agents", { config: read, schema: { tags } }, async () => {
    const loads = await standings();
    const agents = await listPeople(reader, "agents");
    return {
      items: agents.map((agent) => ({ ...agent, ...toStanding(loads.get(agent.id)) })),
      nextCursor: null,
    };
  });

  app.get("/agents/:id", { config: read, schema: { tags, params: Params } }, async ({ params }, reply) => {
    const agent = await requireAgent(params.id);
    reply.header("etag", etagFor(agent));
    return { ...agent, ...toStanding((await standings()).get(agent.id)) };
  });

  app.post("/agents", { config: write, schema: { tags, body: Agent } }, async (request, reply) => {
    const value = request.body;
    const actor = actorOf(request.principal);
    await savePerson(context, { kind: "agents", key: value.id, value, actor, fresh: true });
    return reply.code(201).header("etag", etagFor(value)).send(value);
  });

  app.put(
    "/agents/:id",
    { config: write, schema: { tags, params: Params, body: Agent } },
    async (request, reply) => {
      const { id } = request.params;
      requireSameKey(id, request.body.id, "id");
      const ifMatch = request.headers["if-match"];
      const change = { kind: "agents", key: id, value: request.body, fresh: false, ifMatch } as const;
      const created = await savePerson(context, { ...change, actor: actorOf(request.principal) });
      return reply
        .code(created ? 201 : 200)
        .header("etag", etagFor(request.body))
        .send(request.body);
    },
  );

  app.delete("/agents/:id", { config: write, schema: { tags, params: Params } }, async (request, reply) => {
    await dropPerson(context, "agents", request.params.id, actorOf(request.principal));
    return reply.code(204).send();
  });

  app.put(
    "/agents/:id/presence",
    { config: { roles: ["agent"] }, schema: { tags, params: Params, body: PresenceBody } },
    async (request) => {
      const { id } = request.params;
      requireOwn(request.principal, id);
      const agent = await requireAgent(id);
      const { presence } = request.body;
      await context.runtime.onPresence({ agent: id, presence, actor: actorOf(request.principal) });
      app.events.publish("presence", { agent: id, presence });
      return { ...agent, presence };
    },
  );
};
