/** `/jobs` and `/timers`: what is still to happen, and what became of it. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { strict } from "@sluice/schemas";
import { Type } from "typebox";
import type { JobRow } from "../../../database/entities/work.ts";
import { AppError } from "../../../errors.ts";
import { readJobDetails } from "../../../operations/job-view.ts";
import { jobFields, listJobs, listTimers, timerFields } from "../../../operations/list-jobs.ts";
import { createRowNames } from "../../../operations/row-names.ts";
import type { Plugins } from "../../../plugins/start-plugins.ts";

const tags = ["operations"];
const read = { roles: ["viewer"] } as const;
const JobQuery = Type.Object(jobFields, strict);
const Params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 200 }) });
const TimerQuery = Type.Object(timerFields, strict);

export const jobsRoutes =
  (plugins: Plugins): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { reader } = app.context.database;
    const nameRows = createRowNames(reader);

    app.get("/jobs", { config: read, schema: { tags, querystring: JobQuery } }, async ({ query }) => {
      return { items: await listJobs(reader, nameRows, query), nextCursor: null };
    });

    app.get("/jobs/:id", { config: read, schema: { tags, params: Params } }, async ({ params: { id } }) => {
      const rows = await reader.query<JobRow[]>("SELECT * FROM jobs WHERE id = ?", [id]);
      const [job] = await readJobDetails(reader, plugins, rows);
      if (!job) throw new AppError("resource.not-found", { values: { what: `job ${id}` } });
      const [names] = await nameRows([{ ticket: job.ticket, run: job.run, node: job.node }]);
      return { ...names, ...job };
    });

    app.get("/timers", { config: read, schema: { tags, querystring: TimerQuery } }, async ({ query }) => {
      return { items: await listTimers(reader, nameRows, query), nextCursor: null };
    });
  };
