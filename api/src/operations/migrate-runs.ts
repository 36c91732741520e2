/**
 * Moving the open runs of a workflow to another revision: all of them are checked before the first one moves. A dry run
 * says which nodes have nothing to take their place, and for how many runs.
 */
import { migrateRun, type NodeMapping, type TicketState, type UnmappedNode } from "@sluice/engine";
import type { RevisionRef } from "@sluice/schemas";
import type { Queryable } from "../database/database.ts";
import { AppError } from "../errors.ts";
import type { Actor } from "../runtime/command.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { readState } from "../tickets/read-ticket.ts";

/** Aggregates in memory at once. */
const pageSize = 200;

export interface MigrateRequest {
  readonly workflow: string;
  readonly to: number;
  readonly mapping: NodeMapping;
  /** Only runs of this revision. */
  readonly from?: number | undefined;
}

export interface MigrationPlan {
  readonly workflow: string;
  readonly to: number;
  /** Open runs of other revisions. */
  readonly runs: number;
  readonly ready: number;
  readonly unmapped: readonly (UnmappedNode & { readonly revision: number; readonly runs: number })[];
}

interface OpenRun {
  readonly id: string;
  readonly ticket_id: string;
}

async function pageOf(
  reader: Queryable,
  request: MigrateRequest,
  after: string,
): Promise<readonly OpenRun[]> {
  const only = request.from === undefined ? "" : " AND revision = ?";
  return reader.query<OpenRun[]>(
    `SELECT id, ticket_id FROM runs WHERE workflow = ? AND status = 'active' AND revision <> ?${only}
     AND ticket_id IS NOT NULL AND id > ? ORDER BY id LIMIT ?`,
    [request.workflow, request.to, ...(request.from === undefined ? [] : [request.from]), after, pageSize],
  );
}

async function* openRuns(reader: Queryable, request: MigrateRequest): AsyncGenerator<readonly OpenRun[]> {
  for (let page = await pageOf(reader, request, ""); page.length > 0; ) {
    yield page;
    page = await pageOf(reader, request, page.at(-1)?.id ?? "");
  }
}

const refOf = ({ workflow, to }: MigrateRequest): RevisionRef => ({
  kind: "workflow",
  key: workflow,
  revision: to,
});

function faultsOf(runtime: Runtime, request: MigrateRequest, state: TicketState, id: string) {
  const { current } = runtime.definitions;
  const run = state.runs.find((one) => one.id === id);
  const from = run && current.workflow(run.workflow);
  const to = current.workflow(refOf(request));
  // A run that has ended meanwhile needs no place.
  if (!run || !from || !to) return null;
  const moved = migrateRun(run, from, to, request.mapping, state.tasks);
  return { revision: run.workflow.revision, unmapped: moved.ok ? [] : moved.unmapped };
}

/** What moving would come to; nothing is changed. @throws AppError `resource.not-found` for a revision that is not there. */
export async function planRunMigration(
  runtime: Runtime,
  reader: Queryable,
  request: MigrateRequest,
): Promise<MigrationPlan> {
  await runtime.definitions.ensure([], [refOf(request)]);
  if (!runtime.definitions.current.workflow(refOf(request)))
    throw new AppError("resource.not-found", {
      values: { what: `revision ${request.to} of ${request.workflow}` },
    });
  const counts = new Map<string, MigrationPlan["unmapped"][number]>();
  let [runs, ready] = [0, 0];
  for await (const page of openRuns(reader, request)) {
    const states = await Promise.all(page.map(({ ticket_id }) => readState(reader, ticket_id)));
    await runtime.definitions.ensure(states);
    for (const [index, { id }] of page.entries()) {
      const state = states[index];
      const found = state && faultsOf(runtime, request, state, id);
      if (!found) continue;
      runs += 1;
      if (found.unmapped.length === 0) ready += 1;
      for (const fault of found.unmapped) {
        const key = `${found.revision} ${fault.node} ${fault.reason}`;
        const known = counts.get(key);
        counts.set(key, { ...fault, revision: found.revision, runs: (known?.runs ?? 0) + 1 });
      }
    }
  }
  return { workflow: request.workflow, to: request.to, runs, ready, unmapped: [...counts.values()] };
}

export interface MigrationResult {
  readonly migrated: number;
  /** Runs that moved on between the check and their turn, and now stand where the mapping leads nowhere. */
  readonly refused: readonly string[];
}

const isRefused = (error: unknown): boolean => {
  const { code } = error as { readonly code?: unknown };
  return code === "run.unmapped" || code === "run.unknown";
};

/** Moves them, each in a transaction of its own. @throws AppError `run.unmapped` before the first when one has no place. */
export async function migrateRuns(
  runtime: Runtime,
  reader: Queryable,
  request: MigrateRequest,
  actor: Actor,
): Promise<MigrationResult> {
  const { unmapped } = await planRunMigration(runtime, reader, request);
  if (unmapped.length > 0)
    throw new AppError("run.unmapped", {
      errors: unmapped.map(({ node, reason, runs, revision }) => ({
        path: `/mapping/${node}`,
        code: `run.unmapped.${reason}`,
        message: `node ${node} of r${revision} has nothing to take its place (${reason}), for ${runs} runs`,
      })),
    });
  let migrated = 0;
  const refused: string[] = [];
  for await (const page of openRuns(reader, request)) {
    const moves = page.map(async ({ id, ticket_id }) => {
      const body = { type: "run.migrate", run: id, to: refOf(request), mapping: request.mapping } as const;
      try {
        await runtime.submit({ ticket: ticket_id, body, actor, background: true });
        migrated += 1;
      } catch (error) {
        if (!isRefused(error)) throw error;
        refused.push(id);
      }
    });
    await Promise.all(moves);
  }
  return { migrated, refused };
}
