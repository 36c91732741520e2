/** `/tasks`: work for people inside workflows; listed, and completed with an outcome and its form. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { TaskState } from "@sluice/engine";
import { Json, strict } from "@sluice/schemas";
import { Type } from "typebox";
import { AppError } from "../../../errors.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { taskView } from "../../../tickets/ticket-view.ts";
import { sendTicket, submitFor, work } from "../tickets/params.ts";

const tags = ["tasks"];
const Params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });
const Query = Type.Object(
  {
    status: Type.Enum(["open", "done", "timeout", "cancelled"], { default: "open" }),
    group: Type.Optional(Type.String({ minLength: 1 })),
    assignee: Type.Optional(Type.String({ minLength: 1 })),
    /** `true`: assigned to the caller or to one of the caller's groups. */
    mine: Type.Optional(Type.Boolean()),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
    cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  },
  strict,
);
const Body = Type.Object({ outcome: Type.String({ minLength: 1 }), form: Type.Optional(Json) }, strict);

interface Row {
  readonly id: string;
  readonly ticket_id: string | null;
  readonly data: string;
}

export const tasksRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { reader } = app.context.database;

    app.get(
      "/tasks",
      { config: { roles: ["viewer"] }, schema: { tags, querystring: Query } },
      async (request) => {
        const { query, principal } = request;
        const filters: { sql: string; values: (string | number)[] }[] = [
          { sql: "status = ?", values: [query.status] },
        ];
        if (query.group !== undefined) filters.push({ sql: "grp = ?", values: [query.group] });
        if (query.assignee !== undefined) filters.push({ sql: "assignee = ?", values: [query.assignee] });
        if (query.cursor !== undefined) filters.push({ sql: "id > ?", values: [query.cursor] });
        if (query.mine === true) {
          const agentId = principal.type === "anonymous" ? null : principal.agentId;
          const groups = runtime.definitions.current.agent(agentId ?? "")?.groups ?? [];
          const marks = groups.map(() => "?").join(",");
          filters.push({
            sql: `(assignee = ?${groups.length > 0 ? ` OR (assignee IS NULL AND grp IN (${marks}))` : ""})`,
            values: [agentId ?? "", ...groups],
          });
        }
        const rows = await reader.query<Row[]>(
          `SELECT id, ticket_id, data FROM tasks WHERE ${filters.map(({ sql }) => sql).join(" AND ")} ORDER BY id LIMIT ?`,
          [...filters.flatMap(({ values }) => values), query.limit + 1],
        );
        const page = rows.slice(0, query.limit);
        return {
          items: page.map((row) => taskView(JSON.parse(row.data) as TaskState, row.ticket_id)),
          nextCursor: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
        };
      },
    );

    app.post(
      "/tasks/:id/complete",
      { config: work, schema: { tags, params: Params, body: Body } },
      async (request, reply) => {
        const { id } = request.params;
        const [row] = await reader.query<Row[]>("SELECT id, ticket_id, data FROM tasks WHERE id = ?", [id]);
        if (!row?.ticket_id) throw new AppError("resource.not-found", { values: { what: `task ${id}` } });
        const { outcome, form } = request.body;
        const committed = await submitFor(runtime, request, row.ticket_id, {
          type: "task.completed",
          task: id,
          outcome,
          form: form ?? null,
        });
        return sendTicket(runtime, reply, committed);
      },
    );
  };
