/**
 * Schedules: one timer for each live schedule trigger, armed with the revision that brings it. Firing starts its runs and
 * moves the timer in one transaction, and the aggregate knows its latest due: each due starts one run, on any number of processes.
 */
import {
  type CompiledTrigger,
  type CompiledWorkflow,
  fireSchedule,
  nextDue,
  type PublishedDocument,
  type ScheduleSpec,
} from "@sluice/engine";
import type { Settings, SluiceDocument } from "@sluice/schemas";
import type { Database, Transaction } from "../database/database.ts";
import type { TimerRow } from "../database/entities/work.ts";
import type { Dispatcher } from "../runtime/dispatcher.ts";
import type { LiveDefinitions } from "../runtime/live-definitions.ts";
import { ticketlessId } from "../runtime/ticketless.ts";
import { armTimers } from "../runtime/timer-rows.ts";
import type { TimerHandler } from "../runtime/timers.ts";

/** The kind of their timer rows. */
export const scheduleTimer = "schedule";

interface Plan {
  readonly workflow: string;
  readonly node: string;
  readonly cron: string;
  readonly timezone: string;
}

const keyOf = ({ workflow, node }: Plan): string => `${scheduleTimer}:${workflow}:${node}`;

const rowOf = (plan: Plan, dueAt: number): TimerRow => ({
  key: keyOf(plan),
  kind: scheduleTimer,
  ticket_id: null,
  due_at: dueAt,
  payload: JSON.stringify(plan),
});

/** Every schedule trigger of live workflows. */
function plansOf(documents: readonly PublishedDocument[], zone: string): readonly Plan[] {
  return documents.flatMap(({ document }) => {
    if (document.kind !== "workflow") return [];
    const { spec, key } = document as SluiceDocument<"workflow">;
    return spec.nodes.flatMap(({ id, type, config = {} }): readonly Plan[] => {
      const { on, cron, timezone } = config as { on?: string; cron?: string; timezone?: string };
      if (type !== "trigger" || on !== scheduleTimer || cron === undefined) return [];
      return [{ workflow: key, node: id, cron, timezone: timezone ?? zone }];
    });
  });
}

/**
 * Arms what is live and drops what is not. A schedule that has not changed keeps its due, also one that went by:
 * its misfire policy is asked when it fires.
 */
export async function armSchedules(
  transaction: Transaction,
  documents: readonly PublishedDocument[],
  { workspace }: Pick<Settings, "workspace">,
  now: number,
): Promise<void> {
  const plans = new Map(plansOf(documents, workspace.timezone).map((plan) => [keyOf(plan), plan]));
  const armed = await transaction.query<{ key: string; payload: string }[]>(
    `SELECT "key", payload FROM timers WHERE kind = ?`,
    [scheduleTimer],
  );
  for (const { key, payload } of armed) {
    const plan = plans.get(key);
    if (plan && payload === JSON.stringify(plan)) plans.delete(key);
    else if (!plan) await transaction.query(`DELETE FROM timers WHERE "key" = ?`, [key]);
  }
  const rows = [...plans.values()].flatMap((plan) => {
    const due = nextDue(plan.cron, plan.timezone, now);
    return due === null ? [] : [rowOf(plan, due)];
  });
  await armTimers(transaction, rows);
}

export interface ScheduleHandlerOptions {
  readonly database: Database;
  readonly dispatcher: Dispatcher;
  readonly definitions: LiveDefinitions;
  readonly now: () => number;
}

type Found = {
  readonly workflow: CompiledWorkflow;
  readonly trigger: CompiledTrigger & { readonly schedule: ScheduleSpec };
};

/** Fires a due schedule: by the trigger as it is live now; a campaign's workflow only while its phase is in force. */
export function createScheduleHandler(options: ScheduleHandlerOptions): TimerHandler {
  const { database, dispatcher, definitions, now } = options;

  function find({ workflow: key, node }: Plan, at: number): Found | undefined {
    const workflow = definitions.current.workflows(at).find(({ ref }) => ref.key === key);
    const trigger = workflow?.triggers.find((one) => one.node === node);
    return workflow && trigger?.schedule
      ? { workflow, trigger: { ...trigger, schedule: trigger.schedule } }
      : undefined;
  }

  const move = async (transaction: Transaction, plan: Plan, next: number | null): Promise<void> => {
    if (next === null) await transaction.query(`DELETE FROM timers WHERE "key" = ?`, [keyOf(plan)]);
    else await armTimers(transaction, [rowOf(plan, next)]);
  };

  const start = (plan: Plan, due: number, at: number, last: boolean, next: number | null) => {
    const aggregate = ticketlessId(plan.workflow, plan.node);
    const data = { due: new Date(due).toISOString(), lateMs: Math.max(0, at - due) };
    return dispatcher.submit({
      ticket: aggregate,
      body: { type: "run.triggered", aggregate, workflow: plan.workflow, node: plan.node, due, data },
      actor: { type: "system" },
      background: true,
      ...(last ? { alongside: (transaction: Transaction) => move(transaction, plan, next) } : {}),
    });
  };

  return async ({ dueAt, payload }) => {
    const plan = JSON.parse(payload) as Plan;
    const at = now();
    const found = find(plan, at);
    const spec: ScheduleSpec = found?.trigger.schedule ?? { ...plan, misfire: "skip" };
    const { run, next } = fireSchedule({ ...spec, cron: plan.cron }, plan.timezone, dueAt, at);
    const dues = found ? run : [];
    for (const [index, due] of dues.entries()) await start(plan, due, at, index === dues.length - 1, next);
    if (dues.length === 0) await database.writer.run((transaction) => move(transaction, plan, next));
  };
}
