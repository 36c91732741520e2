/**
 * schedules: each live schedule trigger has one timer, armed for a due of its own that is not beyond the next one: what
 * it stood for later would be lost. No other schedule has any.
 */
import { nextDue } from "@sluice/engine";
import type { SluiceDocument } from "@sluice/schemas";
import type { Check } from "../check.ts";
import type { Stored } from "../stored.ts";

interface Plan {
  readonly workflow: string;
  readonly node: string;
  readonly cron: string;
  readonly timezone: string;
}

const defaultZone = "Asia/Shanghai";

/** The zone of schedules that name none. */
function zoneOf({ database }: Stored): string {
  const value = database
    .prepare<[], string>(`SELECT value FROM settings WHERE "key" = 'workspace'`)
    .pluck()
    .get();
  return (value && (JSON.parse(value) as { timezone?: string }).timezone) || defaultZone;
}

const liveWorkflows = (stored: Stored): readonly SluiceDocument<"workflow">[] =>
  stored.database
    .prepare<[], { key: string; live_revision: number }>(
      `SELECT "key", live_revision FROM documents
        WHERE kind = 'workflow' AND live_revision IS NOT NULL AND deleted_at IS NULL`,
    )
    .all()
    .flatMap(({ key, live_revision }) => {
      const document = stored.revisions.get(`workflow/${key}@${live_revision}`);
      return document ? [document as SluiceDocument<"workflow">] : [];
    });

/** Timer key → what it must stand for. */
function plansOf(stored: Stored): ReadonlyMap<string, Plan> {
  const zone = zoneOf(stored);
  const plans = liveWorkflows(stored).flatMap(({ key, spec }) =>
    spec.nodes.flatMap(({ id, type, config = {} }): readonly Plan[] => {
      const { on, cron, timezone = zone } = config as { on?: string; cron?: string; timezone?: string };
      return type === "trigger" && on === "schedule" && cron !== undefined
        ? [{ workflow: key, node: id, cron, timezone }]
        : [];
    }),
  );
  return new Map(plans.map((plan) => [`schedule:${plan.workflow}:${plan.node}`, plan]));
}

interface Armed {
  readonly key: string;
  readonly due_at: number;
  readonly payload: string;
}

function* armed({ key, due_at, payload }: Armed, plan: Plan, now: number): Generator<string> {
  const told = JSON.parse(payload) as Plan;
  for (const name of ["workflow", "node", "cron", "timezone"] as const)
    if (told[name] !== plan[name])
      yield `timer ${key}: stands for ${name} ${told[name]}, the workflow says ${plan[name]}`;
  const { cron, timezone } = plan;
  if (nextDue(cron, timezone, due_at - 1) !== due_at) yield `timer ${key}: ${due_at} is no due of ${cron}`;
  const next = nextDue(cron, timezone, now);
  if (next !== null && due_at > next) yield `timer ${key}: armed for ${due_at}, but due at ${next} already`;
}

export const schedulesCheck: Check = {
  name: "schedules",
  *run(stored, { now }) {
    const plans = plansOf(stored);
    const rows = stored.database
      .prepare<[], Armed>(`SELECT "key", due_at, payload FROM timers WHERE kind = 'schedule'`)
      .all();
    for (const row of rows) {
      const plan = plans.get(row.key);
      if (plan) yield* armed(row, plan, now);
      else yield `timer ${row.key}: no live workflow has this schedule`;
    }
    const keys = new Set(rows.map(({ key }) => key));
    for (const [key, { cron, timezone }] of plans)
      if (!keys.has(key) && nextDue(cron, timezone, now) !== null) yield `timer ${key}: is missing`;
  },
};
