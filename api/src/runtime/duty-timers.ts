/**
 * Timers of the people: the next start of a shift, when those who wait may find somebody, and the end of the patience
 * with an agent who went offline, when their tickets go back.
 */
import type { CompiledRouting, LoadState } from "@sluice/engine";
import type { Database, Transaction } from "../database/database.ts";
import type { TimerRow } from "../database/entities/work.ts";
import type { Dispatcher } from "./dispatcher.ts";
import type { LiveDefinitions } from "./live-definitions.ts";
import { armTimers } from "./timer-rows.ts";
import type { TimerHandler } from "./timers.ts";

const shiftKey = "shift:next";
const offlineKey = (agent: string): string => `offline:${agent}`;

const earliest = (instants: readonly (number | null)[]): number | null => {
  const known = instants.filter((at): at is number => at !== null);
  return known.length === 0 ? null : Math.min(...known);
};

/** The live routing policies. */
export const livePolicies = (
  { documents, current }: LiveDefinitions,
  now: number,
): readonly CompiledRouting[] =>
  documents.flatMap(({ document }) =>
    document.kind === "routing" ? (current.routing(document.key, now) ?? []) : [],
  );

async function arm(transaction: Transaction, row: TimerRow, dueAt: number | null): Promise<void> {
  if (dueAt === null) await transaction.query(`DELETE FROM timers WHERE "key" = ?`, [row.key]);
  else await armTimers(transaction, [{ ...row, due_at: dueAt }]);
}

const rowOf = (kind: string, key: string, payload: object): TimerRow => ({
  key,
  kind,
  ticket_id: null,
  due_at: 0,
  payload: JSON.stringify(payload),
});

/** Arms the next start of a shift, or drops the row when no agent works in shifts. */
export const armShifts = (
  transaction: Transaction,
  definitions: LiveDefinitions,
  now: number,
): Promise<void> =>
  arm(
    transaction,
    rowOf("shift", shiftKey, {}),
    earliest(livePolicies(definitions, now).map((policy) => policy.nextShiftStart(now))),
  );

/** Arms the moment at which an offline agent's tickets go back; drops the row while the agent is here. */
export const armOffline = (
  transaction: Transaction,
  definitions: LiveDefinitions,
  load: LoadState,
  agent: string,
  now: number,
): Promise<void> =>
  arm(
    transaction,
    rowOf("offline", offlineKey(agent), { agent }),
    earliest(livePolicies(definitions, now).map((policy) => policy.offlineDue(load, agent))),
  );

export interface DutyOptions {
  readonly database: Database;
  readonly dispatcher: Dispatcher;
  readonly definitions: LiveDefinitions;
  readonly now: () => number;
  /** Somebody's shift began. */
  readonly onShift: () => void;
}

/** The handlers of both kinds, for the timers' loop. */
export function createDutyHandlers(
  options: DutyOptions,
): Readonly<Record<"shift" | "offline", TimerHandler>> {
  const { database, dispatcher, definitions, now } = options;

  const openTicketsOf = async (agent: string): Promise<readonly string[]> =>
    (
      await database.reader.query<{ id: string }[]>(
        "SELECT id FROM tickets WHERE assignee = ? AND status NOT IN ('resolved','closed') ORDER BY id",
        [agent],
      )
    ).map(({ id }) => id);

  return {
    shift: async () => {
      await database.writer.run((transaction) => armShifts(transaction, definitions, now()));
      options.onShift();
    },
    offline: async ({ key, payload }) => {
      const { agent } = JSON.parse(payload) as { agent: string };
      for (const ticket of await openTicketsOf(agent))
        await dispatcher.submit({
          ticket,
          body: { type: "routing.offline" },
          actor: { type: "system" },
          background: true,
        });
      await database.writer.run(async (transaction) => {
        await transaction.query(`DELETE FROM timers WHERE "key" = ?`, [key]);
      });
    },
  };
}
