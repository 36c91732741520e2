/**
 * What operators have paused: the whole engine (timers and jobs wait), a workflow (it starts no runs, and the jobs of
 * its open runs wait), or an action (its jobs wait). Tickets are taken all the same, and nothing that waits is lost.
 */
import type { AppContext } from "../context.ts";
import { upsertRows } from "../database/bulk.ts";
import type { Queryable, Transaction } from "../database/database.ts";
import type { ValueRow } from "../database/entities/house.ts";
import { appendAudit } from "../database/repositories/audit.ts";
import { noteHouseChange } from "../database/turn.ts";

/** What can be paused: the engine has no key. */
export type PauseKind = "engine" | "workflow" | "action";

export interface Pause {
  readonly kind: PauseKind;
  /** A workflow's key or an action's id; empty for the engine. */
  readonly key: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly by: string;
  readonly reason: string;
}

const storedAs = "operations.paused";

/** Everything that is paused, the oldest first. */
export async function readPauses(db: Queryable): Promise<readonly Pause[]> {
  const [row] = await db.query<ValueRow[]>(`SELECT * FROM settings WHERE "key" = ?`, [storedAs]);
  return row === undefined ? [] : (JSON.parse(row.value) as Pause[]);
}

async function writePauses(tx: Transaction, pauses: readonly Pause[]): Promise<void> {
  const row = { key: storedAs, value: JSON.stringify(pauses) };
  await upsertRows(tx, "settings", ["key", "value"], [row], ["key"]);
}

const isSame = (a: Pick<Pause, "kind" | "key">) => (b: Pause) => a.kind === b.kind && a.key === b.key;

/** Pauses or resumes, with an audit entry; doing so twice changes nothing. */
export async function setPaused(
  context: AppContext,
  what: Pick<Pause, "kind" | "key">,
  paused: { readonly reason: string } | null,
  actor: string,
): Promise<void> {
  const at = context.wall.now();
  await context.database.writer.run(async (tx) => {
    const before = await readPauses(tx);
    const known = before.some(isSame(what));
    if (known === (paused !== null)) return;
    const others = before.filter((pause) => !isSame(what)(pause));
    await noteHouseChange(tx);
    await writePauses(tx, paused ? [...others, { ...what, at, by: actor, reason: paused.reason }] : others);
    const action = paused ? "operations.pause" : "operations.resume";
    await appendAudit(tx, { at, actor, action, target: `${what.kind}:${what.key}`, after: paused });
  });
  await context.runtime.onSettingsChanged();
}

/** A condition for jobs that may run, to be put behind a WHERE clause. */
export function notPaused(pauses: readonly Pause[]): {
  readonly sql: string;
  readonly values: readonly string[];
} {
  const keysOf = (kind: PauseKind) => pauses.filter((pause) => pause.kind === kind).map(({ key }) => key);
  const marks = (keys: readonly string[]) => keys.map(() => "?").join(",");
  const [actions, workflows] = [keysOf("action"), keysOf("workflow")];
  if (keysOf("engine").length > 0) return { sql: " AND 1 = 0", values: [] };
  const ofActions = actions.length > 0 ? ` AND (action IS NULL OR action NOT IN (${marks(actions)}))` : "";
  const ofWorkflows =
    workflows.length > 0
      ? ` AND (run_id IS NULL OR run_id NOT IN (SELECT id FROM runs WHERE workflow IN (${marks(workflows)})))`
      : "";
  return { sql: ofActions + ofWorkflows, values: [...actions, ...workflows] };
}
