/** `/operations`: what is paused and how much waits; pausing and resuming. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { strict } from "@sluice/schemas";
import { Type } from "typebox";
import { actorOf } from "../../../access/principal.ts";
import { toIso } from "../../../clock.ts";
import { AppError } from "../../../errors.ts";
import { type Pause, type PauseKind, setPaused } from "../../../operations/pauses.ts";
import type { Runtime } from "../../../runtime/runtime.ts";

const tags = ["operations"];
const PauseBody = Type.Object(
  {
    kind: Type.Enum(["engine", "workflow", "action"]),
    /** A workflow's key or an action's id; left out for the engine. */
    key: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
    paused: Type.Boolean(),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  },
  strict,
);

interface CountRow {
  readonly status: string;
  readonly count: number;
}

const byStatus = (rows: readonly CountRow[]): Readonly<Record<string, number>> =>
  Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));

const toView = (pause: Pause) => ({ ...pause, key: pause.key || null, at: toIso(pause.at) });

export const operationsRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { reader } = app.context.database;

    async function state() {
      const now = runtime.clock.now();
      const count = (sql: string, values: readonly unknown[] = []) =>
        reader.query<CountRow[]>(sql, [...values]);
      const [runs, jobs, incidents, [timers]] = await Promise.all([
        count("SELECT status, COUNT(*) AS count FROM runs GROUP BY status"),
        count("SELECT status, COUNT(*) AS count FROM jobs GROUP BY status"),
        count("SELECT status, COUNT(*) AS count FROM incidents GROUP BY status"),
        reader.query<{ pending: number; late: number | null; next: number | null }[]>(
          "SELECT COUNT(*) AS pending, SUM(CASE WHEN due_at <= ? THEN 1 ELSE 0 END) AS late, MIN(due_at) AS next FROM timers",
          [now],
        ),
      ]);
      const next = timers?.next ?? null;
      return {
        paused: runtime.definitions.paused.map(toView),
        runs: byStatus(runs),
        jobs: byStatus(jobs),
        incidents: byStatus(incidents),
        timers: {
          pending: Number(timers?.pending ?? 0),
          due: Number(timers?.late ?? 0),
          next: toIso(next === null ? null : Number(next)),
        },
      };
    }

    app.get("/operations", { config: { roles: ["viewer"] }, schema: { tags } }, state);

    function requireKnown(kind: PauseKind, key: string): void {
      const { current } = runtime.definitions;
      const known =
        kind === "engine"
          ? key === ""
          : kind === "workflow"
            ? current.revisionOf("workflow", key) !== undefined
            : runtime.actions.some(({ id }) => id === key);
      if (!known) throw new AppError("resource.not-found", { values: { what: `${kind} ${key}` } });
    }

    app.post(
      "/operations/pause",
      { config: { roles: ["publisher", "admin"] }, schema: { tags, body: PauseBody } },
      async ({ body: { kind, key = "", paused, reason = "" }, principal }) => {
        if (paused) requireKnown(kind, key);
        await setPaused(app.context, { kind, key }, paused ? { reason } : null, actorOf(principal));
        app.events.publish("operations", {});
        return state();
      },
    );
  };
