/** `/users`: who may sign in. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { strict } from "@sluice/schemas";
import { Type } from "typebox";
import { passwordRule } from "../../../access/passwords.ts";
import { actorOf } from "../../../access/principal.ts";
import { addUser, changeUser, toPublicUser } from "../../../access/users.ts";
import { listUsers } from "../../../database/repositories/users.ts";
import { roles } from "../../../infra/roles.ts";

const RoleName = Type.Union(roles.map((role) => Type.Literal(role)));
const AgentId = Type.Optional(Type.Union([Type.String({ minLength: 1, maxLength: 63 }), Type.Null()]));

const NewUser = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100, pattern: "^\\S(?:.*\\S)?$" }),
    password: passwordRule,
    role: RoleName,
    agentId: AgentId,
  },
  strict,
);

const UserChange = Type.Object(
  {
    role: Type.Optional(RoleName),
    agentId: AgentId,
    disabled: Type.Optional(Type.Boolean()),
    password: Type.Optional(passwordRule),
  },
  strict,
);

const config = { roles: ["admin"] } as const;
const tags = ["administration"];

export const usersRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { context } = app;

  app.get("/users", { config, schema: { tags } }, async () => {
    const rows = await listUsers(context.database.reader);
    return { items: rows.map(toPublicUser), nextCursor: null };
  });

  app.post("/users", { config, schema: { tags, body: NewUser } }, async (request, reply) => {
    const user = await addUser(context, request.body, actorOf(request.principal));
    return reply.code(201).send(user);
  });

  app.patch(
    "/users/:id",
    { config, schema: { tags, params: Type.Object({ id: Type.String() }), body: UserChange } },
    async (request) => changeUser(context, request.params.id, request.body, actorOf(request.principal)),
  );
};
