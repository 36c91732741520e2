/** `/tasks`: work for people inside workflows; listed, and completed with an outcome and its form. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Json, strict } from "@sluice/schemas";
import { Type } from "typebox";
import type { Principal } from "../../../access/principal.ts";
import { AppError } from "../../../errors.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { sendTicket, submitFor, work } from "../tickets/params.ts";
import { searchTasks, type TaskCaller, TaskQuery } from "./search-tasks.ts";

const tags = ["tasks"];
const Params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });
const Body = Type.Object({ outcome: Type.String({ minLength: 1 }), form: Type.Optional(Json) }, strict);

function callerOf(runtime: Runtime, principal: Principal): TaskCaller {
  const agentId = principal.type === "anonymous" ? null : principal.agentId;
  return { agentId, groups: runtime.definitions.current.agent(agentId ?? "")?.groups ?? [] };
}

export const tasksRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { reader } = app.context.database;

    app.get(
      "/tasks",
      { config: { roles: ["viewer"] }, schema: { tags, querystring: TaskQuery } },
      async ({ query, principal }) => searchTasks(reader, query, callerOf(runtime, principal)),
    );

    app.post(
      "/tasks/:id/complete",
      { config: work, schema: { tags, params: Params, body: Body } },
      async (request, reply) => {
        const { id } = request.params;
        const [row] = await reader.query<{ ticket_id: string | null }[]>(
          "SELECT ticket_id FROM tasks WHERE id = ?",
          [id],
        );
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
