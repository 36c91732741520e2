/** Rows of runs, as operations look them up. */
import type { Queryable } from "../database/database.ts";
import type { RunRow } from "../database/entities/work.ts";
import { AppError } from "../errors.ts";

type FoundRun = Pick<RunRow, "id" | "ticket_id" | "workflow" | "revision" | "status">;

/** Those of the named runs that there are, in no order, without their data. */
export async function readRunRows(db: Queryable, ids: readonly string[]): Promise<readonly FoundRun[]> {
  if (ids.length === 0) return [];
  const marks = ids.map(() => "?").join(",");
  return db.query<FoundRun[]>(
    `SELECT id, ticket_id, workflow, revision, status FROM runs WHERE id IN (${marks})`,
    [...ids],
  );
}

/** The aggregate that carries the run. @throws AppError `resource.not-found`, `run.ended`. */
export function requireActive(id: string, row: FoundRun | undefined): string {
  if (!row) throw new AppError("resource.not-found", { values: { what: `run ${id}` } });
  if (row.ticket_id === null || row.status !== "active") throw new AppError("run.ended", { values: { id } });
  return row.ticket_id;
}
