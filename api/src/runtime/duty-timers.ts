/**
 * Timers of the people: the next start of a shift, when those who wait may find somebody, and the end of the patience
 * with an agent who went offline, when their tickets go back.
 */
import type { AgentLoad, CompiledRouting, LoadState } from "@sluice/engine";
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

const offlineDues = (
  definitions: LiveDefinitions,
  load: LoadState,
  agent: string,
  now: number,
): readonly (number | null)[] =>
  livePolicies(definitions, now).map((policy) => policy.offlineDue(load, agent));

const offlineRow = (agent: string): TimerRow => rowOf("offline", offlineKey(agent), { agent });

/** Arms the moment at which an offline agent's tickets go back; drops the row while the agent is here. */
export const armOffline = (
  transaction: Transaction,
  definitions: LiveDefinitions,
  load: LoadState,
  agent: string,
  now: number,
): Promise<void> => arm(transaction, offlineRow(agent), earliest(offlineDues(definitions, load, agent, now)));

const carriesSomething = ({ counts }: AgentLoad): boolean =>
  Object.values(counts).some((byStatus) => Object.keys(byStatus).length > 0);

/** Arms the same for everybody who is away with tickets: a policy may be more patient than it was, or less. */
export async function armAllOffline(
  transaction: Transaction,
  definitions: LiveDefinitions,
  load: LoadState,
  now: number,
): Promise<void> {
  for (const row of load.agents())
    if (row.presence === "offline" && carriesSomething(row))
      await armOffline(transaction, definitions, load, row.id, now);
}

export interface DutyOptions {
  readonly database: Database;
  readonly dispatcher: Dispatcher;
  readonly definitions: LiveDefinitions;
  readonly load: LoadState;
  readonly now: () => number;
  /** Somebody's shift began. */
  readonly onShift: () => void;
}

/** The handlers of both kinds, for the timers' loop. */
export function createDutyHandlers(
  options: DutyOptions,
): Readonly<Record<"shift" | "offline", TimerHandler>> {
  const { database, dispatcher, definitions, load, now } = options;

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
    offline: async ({ payload }) => {
      const { agent } = JSON.parse(payload) as { agent: string };
      for (const ticket of await openTicketsOf(agent))
        await dispatcher.submit({
          ticket,
          body: { type: "routing.offline" },
          actor: { type: "system" },
          background: true,
        });
      // Another policy may have more patience with the tickets that it brought.
      const later = offlineDues(definitions, load, agent, now()).filter((at) => at !== null && at > now());
      await database.writer.run((transaction) => arm(transaction, offlineRow(agent), earliest(later)));
    },
  };
}
