/** The five calls that groups, skills and shifts share: list, get, create, put, delete. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Key } from "@sluice/schemas";
import { type TSchema, Type } from "typebox";
import { actorOf } from "../../access/principal.ts";
import {
  findPerson,
  listPeople,
  type PeopleKind,
  type PersonOf,
} from "../../database/repositories/people.ts";
import { AppError } from "../../errors.ts";
import { etagFor } from "../../infra/etags.ts";
import { dropPerson, savePerson } from "../../people/change-people.ts";
import { singular } from "../../people/person-references.ts";

const read = { roles: ["viewer"] } as const;
const write = { roles: ["lead"] } as const;
const tags = ["people"];
const Params = Type.Object({ key: Key });

/** Refuses a body that names another key than its address. */
export function requireSameKey(key: string, named: string, property: string): void {
  if (key === named) return;
  const message = `must be ${key}, as in the address`;
  throw new AppError("request.invalid", {
    errors: [{ path: `/${property}`, code: "schema.choice", message }],
  });
}

/** Routes of one kind whose values carry their own `key`. */
export const keyedPeopleRoutes =
  <K extends Exclude<PeopleKind, "agents">>(kind: K, schema: TSchema): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { context } = app;
    const { reader } = context.database;

    app.get(`/${kind}`, { config: read, schema: { tags } }, async () => ({
      items: await listPeople(reader, kind),
      nextCursor: null,
    }));

    app.get(
      `/${kind}/:key`,
      { config: read, schema: { tags, params: Params } },
      async ({ params }, reply) => {
        const found = await findPerson(reader, kind, params.key);
        if (found) return reply.header("etag", etagFor(found)).send(found);
        throw new AppError("resource.not-found", { values: { what: `${singular[kind]} ${params.key}` } });
      },
    );

    app.post(`/${kind}`, { config: write, schema: { tags, body: schema } }, async (request, reply) => {
      const value = request.body as PersonOf<K> & { key: string };
      const actor = actorOf(request.principal);
      await savePerson(context, { kind, key: value.key, value, actor, fresh: true });
      return reply.code(201).header("etag", etagFor(value)).send(value);
    });

    app.put(
      `/${kind}/:key`,
      { config: write, schema: { tags, params: Params, body: schema } },
      async (request, reply) => {
        const value = request.body as PersonOf<K> & { key: string };
        const { key } = request.params;
        requireSameKey(key, value.key, "key");
        const actor = actorOf(request.principal);
        const ifMatch = request.headers["if-match"];
        const created = await savePerson(context, { kind, key, value, actor, fresh: false, ifMatch });
        return reply
          .code(created ? 201 : 200)
          .header("etag", etagFor(value))
          .send(value);
      },
    );

    app.delete(
      `/${kind}/:key`,
      { config: write, schema: { tags, params: Params } },
      async (request, reply) => {
        await dropPerson(context, kind, request.params.key, actorOf(request.principal));
        return reply.code(204).send();
      },
    );
  };
